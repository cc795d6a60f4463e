import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { aRegister, noon } from '#test/register'
import { factsOf } from './facts.fixture.ts'
import { type GateVerdict, gate, type Wish } from './gate.ts'
import { type Rules, rulesOf } from './rules.ts'
import { rulesFrom, settle, wish, world } from './world.fixture.ts'

const register = await aRegister()
await register.setClock(noon)
await register.db.close() // connections opened from now on have the database's clock
const owner = register.db.owner() as unknown as Kysely<never>
const statement = register.current()?.statement
assert.ok(statement)
const said = rulesOf(statement)
assert.ok(said)

test('the rules that SQL reads are the statement’s in force', async () => {
  const { rows } = await sql<{ rules: Rules }>`select seloste.marketing_rules() as rules`.execute(owner)
  assert.deepEqual(rows[0]?.rules, said)
})

test('the gate in TypeScript and the gate in SQL decide the same, whoever is asked about and whatever is wished', async () => {
  const seen = new Map<string, number>()
  let cases = 0
  const expected = ['consent', 'existing-customer', 'role-relevance', 'not-refused', 'not-objected-and-not-on-ban-list']
  const isMissing = () => [...codes, ...expected.map((ground) => `allowed: ${ground}`)].some((what) => !seen.has(what))
  // What is drawn at random may leave a rare answer out: then there is another round.
  const round = () =>
    fc.assert(
      fc.asyncProperty(
        fc.noBias(world),
        fc.array(fc.tuple(fc.noBias(wish), rulesFrom(said)), { minLength: 10, maxLength: 10 }),
        async (drawn, asked) => {
          const people = await settle(owner, drawn)
          const facts = await factsOf(owner, people)
          for (const [wanted, rules] of asked) {
            const answers = await inSql(people, wanted, rules)
            for (const { id } of people) {
              const verdict = gate(facts.get(id) ?? null, wanted, rules, '2026-03-02')
              assert.deepEqual(answers.get(id), verdict, JSON.stringify({ facts: facts.get(id), wanted, rules }))
              const what = verdict.code ?? `allowed: ${verdict.ground}`
              seen.set(what, (seen.get(what) ?? 0) + 1)
              cases += 1
            }
          }
        },
      ),
      { numRuns: Number(process.env.GATE_RUNS ?? 20), endOnFailure: true },
    )
  for (let rounds = 0; rounds < 6 && (rounds === 0 || isMissing()); rounds++) await round()
  assert.ok(cases >= 2000, `${cases} cases`)
  for (const ground of expected) assert.ok(seen.has(`allowed: ${ground}`), `${ground} was never met: ${[...seen]}`)
  for (const code of [...codes]) assert.ok(seen.has(code), `${code} was never met: ${[...seen]}`)
})

const codes = [
  ...[
    'PURPOSE_NOT_DECLARED',
    'CHANNEL_NOT_DECLARED',
    'TOPIC_NOT_DECLARED',
    'GROUP_COMPANY_NOT_DECLARED',
    'PERSON_GONE',
  ],
  ...[
    'SUPPRESSED',
    'OBJECTED',
    'RESTRICTED',
    'RELATIONSHIP_ENDED',
    'NOTICE_OVERDUE',
    'NOT_TOLD_OF_CHANGE',
    'TOPIC_NOT_WANTED',
    'LEFT_ORGANISATION',
  ],
  ...['NO_ADDRESS', 'ADDRESS_UNDELIVERABLE', 'SOURCE_NOT_FOR_MARKETING', 'ORGANISATION_REFUSED', 'ROLE_NOT_RELEVANT'],
  ...['NO_GROUND_200_1', 'NO_GROUND_DECLARED'],
]

async function inSql(people: { id: string; digest: Buffer }[], wanted: Wish, rules: Rules | null) {
  const { rows } = await sql<GateVerdict & { id: string }>`
    select asked.id, said.allowed, said.code, said.clause, said.ground, said.address
    from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ digest }) => digest)}::bytea[]) asked (id, digest),
      lateral seloste.gate(asked.id, ${JSON.stringify(wanted)}::jsonb, array[asked.digest], ${rules ? JSON.stringify(rules) : null}::jsonb) said
  `.execute(owner)
  return new Map(rows.map(({ id, ...verdict }) => [id, verdict]))
}
