import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { publish } from '#statement'
import { anApp } from '#test/app'
import { bring, csv, imported, linesOf } from '../../exchange/import.fixture.ts'
import { added, tomas, withFields } from './added-fields.fixture.ts'

const { as, ask, register } = await anApp()
const sales = as('saku')
const owner = register.db.owner()
await publish(register, tomas, withFields(added))
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })

const head = 'Otsikko;Asiakas;Kampanja;Kilpailija;Halleja;Katselmus;Kiireellinen'
const rowOf = async (title: string) => {
  const { rows } = await sql<{ said: string }>`
    select concat_ws('|', campaign, rival, halls, visit_on, urgent) as said from declared.opportunity
    join register.opportunity one on one.id = opportunity_id where one.title = ${title} and one.binned_at is null`.execute(
    owner,
  )
  return rows[0]?.said
}

test('a file brings them under their labels, each line that cannot be read says where, and the import is taken back whole', async () => {
  const values = { 'opportunity.campaign': 'Vanha', 'opportunity.halls': 7 }
  await made('/opportunities', { company: firm.id, title: 'Ennestään', values })
  const file = csv(
    head,
    'Tuotu;Kivelän Puu Oy;Messut;ei ole;1 250,5;1.4.2026;kyllä',
    'Ennestään;Kivelän Puu Oy;Uusi;;;;',
    'Väärä;Kivelän Puu Oy;;Tuntematon;;;',
  )
  const brought = (await bring(sales, file, 'opportunities')).json()
  assert.deepEqual(brought.columns, [
    ...['title', 'company', 'opportunity.campaign', 'opportunity.rival'],
    ...['opportunity.halls', 'opportunity.visitOn', 'opportunity.urgent'],
  ])
  const { id, run } = await imported(sales, file, { holds: 'opportunities', source: 'contact' })
  assert.deepEqual([run.made, run.updated, run.refused], [1, 1, 1], JSON.stringify(run))
  assert.deepEqual(await linesOf(sales, id, 'refused'), ['4 VALUE_NOT_VALID opportunity.rival'])
  assert.deepEqual(await rowOf('Tuotu'), 'Messut|none|1250.5|2026-04-01|t')
  assert.deepEqual(await rowOf('Ennestään'), 'Uusi|7')
  assert.equal((await sales('POST', `/imports/${id}/undo`)).statusCode, 202)
  assert.deepEqual([await rowOf('Tuotu'), await rowOf('Ennestään')], [undefined, 'Vanha|7'])
})

test('they stand in the API’s description with their type, their choices and their clause', async () => {
  const { components, paths } = (await ask('GET', '/openapi.json')).json()
  const { properties, additionalProperties } = components.schemas.OpportunityValues
  assert.deepEqual(
    Object.keys(properties),
    added.map(({ id }) => id),
  )
  assert.deepEqual([properties['opportunity.rival'].enum, additionalProperties], [['aurora', 'none'], false])
  assert.match(properties['opportunity.visitOn'].description, /Katselmus \(S5\.9\)/)
  const { schema } = paths['/api/v1/opportunities'].post.requestBody.content['application/json']
  assert.deepEqual(schema.properties.values, { $ref: '#/components/schemas/OpportunityValues' })
})
