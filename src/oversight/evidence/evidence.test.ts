import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { breakages0to6 } from './breakages-0-6.fixture.ts'
import { breakages7to13 } from './breakages-7-13.fixture.ts'
import { allChecks } from './checks.ts'
import { aProvenRegister, type Breaking } from './evidence.fixture.ts'

const { as, register, aino, ids, failing } = await aProvenRegister()
const requirements = fileURLToPath(new URL('../../../../shared/requirements.md', import.meta.url))

test('every clause of the requirements has a check, and each check an id of its own', {
  skip: !existsSync(requirements),
}, () => {
  const text = readFileSync(requirements, 'utf8').split('### A-lint')[0] ?? ''
  const clauses = [...text.matchAll(/^\| ~?(S\d+\.\d+) \|/gm)].map(([, clause = '']) => clause)
  assert.equal(clauses.length, 112)
  const checked = new Set(allChecks.map(({ clause }) => clause))
  assert.deepEqual(
    clauses.filter((clause) => !checked.has(clause)),
    [],
  )
  assert.equal(new Set(allChecks.map(({ id }) => id)).size, allChecks.length)
})

test('only what binds nothing in the register is prose', () => {
  assert.deepEqual(
    allChecks.filter(({ kind }) => kind === 'prose').map(({ clause }) => clause),
    ['S7.3', 'S7.4'],
  )
})

test('in a register that keeps its promises every check is in order', async () => {
  assert.deepEqual(await failing({}), [])
})

test('what was opened by hand with the owner’s rights is seen: rows, a function, the ledger, the lifting of objections', async () => {
  const sales = sql.id(register.db.loginOf('sales'))
  for (const opened of [
    sql`create policy wide on register.person for select to ${sales} using (true)`,
    sql`grant execute on function seloste.looks_at to public`,
    sql`grant update on register.ledger_leaf to ${sales}`,
    sql`drop trigger objection_is_lifted_by_its_own on register.objection`,
  ])
    assert.deepEqual(await failing({ sql: [opened] }), ['S10.3-least-privilege'])
})

describe('each check can fail, and fails alone', () => {
  const whom = { aino, staff: ids.saku, loginOf: register.db.loginOf }
  const cases: Record<string, Breaking> = { ...breakages0to6(whom), ...breakages7to13(whom) }

  for (const { id, kind } of allChecks) {
    if (kind === 'prose') continue
    test(id, async () => {
      const breaking = cases[id]
      assert.ok(breaking, `nothing breaks ${id}`)
      assert.deepEqual(await failing(breaking), [id])
    })
  }
})

test('a check that cannot be asked is not in order', async () => {
  const found = await failing({ sql: [sql`alter table register.legal_hold rename column review_on to reviewed`] })
  assert.deepEqual(found.includes('S8.3-claims-reviewed'), true)
})

test('the privacy contact and the administrator see the evidence in their language, and nobody else does', async () => {
  const { checks } = (await as('ingrid')('GET', '/evidence', { headers: { 'accept-language': 'sv' } })).json()
  assert.equal(checks.length, allChecks.length)
  const one = checks.find(({ id }: { id: string }) => id === 'S12.16-objections-absolute')
  assert.equal(one.control, allChecks.find(({ id }) => id === one.id)?.control.sv)
  assert.equal(one.section, 12)
  assert.match(one.said, /marknadsföring/i)
  assert.equal((await as('saku')('GET', '/evidence')).statusCode, 403)
})
