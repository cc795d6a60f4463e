import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addressKey, choicesKeyIn } from '#choices'
import { applyGrants, type Policy } from '#statement'
import { anApp } from '#test/app'
import { csv, linesOf, tried } from '../../src/exchange/import.fixture.ts'
import { ground } from '../../src/ground.ts'

const { as, register } = await anApp()
const { db } = register
const owner = db.owner()
const [ellen, saku] = [as('ellen', 'sales'), as('saku', 'sales')]

test('whoever sees a part of the register learns by no file who else is in it', async () => {
  const made = async (path: string, values: object, more = {}) => {
    const answer = await ellen('POST', path, { values, source: 'contact', ...more })
    assert.equal(answer.statusCode, 201, answer.body)
    return answer.json().id as string
  }
  const firm = await made('/companies', { 'org.name': 'Piilo Oy' })
  await made('/companies', { 'org.name': 'Tupla Oy' })
  await made('/companies', { 'org.name': 'Tupla Oy' })
  const salla = await made(
    '/people',
    { 'person.name': 'Salla Piilo', 'person.email': 'salla@piilo.example' },
    { company: firm },
  )
  const digest = addressKey(choicesKeyIn(register), 'email', 'salla@piilo.example')
  await sql`insert into register.suppression (digest, scope, at, via) values (${digest}, 'all', now(), 'letter')`.execute(
    owner,
  )
  const rows = async () =>
    (
      await sql<{
        row: string
      }>`select place || key || said::text as row from seloste.rows_about(${[salla]}::uuid[], ${[firm]}::uuid[], null) order by 1`.execute(
        owner,
      )
    ).rows
  const before = await rows()
  const file = csv(
    'Yritys;Nimi;Sähköposti;Puhelin',
    'Piilo Oy;Salla Toinen;salla@piilo.example;040 000 0001',
    'Tupla Oy;Tuomas Tupla;tuomas@tupla.example;040 000 0002',
    'Outo Oy;Ulla Uusi;ulla@uusi.example;040 000 0003',
  )

  const wide = await tried(saku, file)
  assert.deepEqual(await linesOf(saku, wide.id, 'updated'), ['2'])
  assert.deepEqual(await linesOf(saku, wide.id, 'refused'), ['3 COMPANY_NOT_CLEAR org.name'])
  assert.deepEqual(await linesOf(saku, wide.id, 'suppressed'), ['2'])

  await reaching('own')
  const { id } = await tried(saku, file)
  assert.deepEqual(await linesOf(saku, id, 'created'), ['2', '3', '4'])
  for (const fate of ['updated', 'unchanged', 'refused', 'erased', 'suppressed'])
    assert.deepEqual(await linesOf(saku, id, fate), [], fate)
  const run = (await saku('POST', `/imports/${id}/run`)).json()
  assert.deepEqual([run.state, run.people, run.companies, run.updated, run.refused], ['finished', 3, 3, 0, 0])
  assert.deepEqual(await rows(), before)
  const typed = { subject: 'person', email: 'salla@piilo.example', name: 'Salla Piilo' }
  const { seen, unseen } = (await saku('POST', '/duplicates/alike', typed)).json()
  assert.deepEqual([seen.map(({ name }: { name: string }) => name), unseen], [['Salla Toinen'], 0])
  // The address is still nobody's to write to, whoever brought it.
  const held = await sql`select 1 from register.suppression where digest = ${digest}`.execute(owner)
  assert.equal(held.rows.length, 1)
  await reaching('all')
})

/** Publishes nothing: lets the grants and the policy in memory say that sales reaches this far. */
async function reaching(reach: 'own' | 'all') {
  const policy = register.policy()
  const sales = policy.duties.get('sales')
  assert.ok(sales)
  const narrow: Policy = { ...policy, duties: new Map(policy.duties).set('sales', { ...sales, reach }) }
  await owner.transaction().execute((transaction) => applyGrants(db, transaction, ground, narrow))
  Object.assign(sales, { reach })
}
