import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { stringify } from 'yaml'
import { publish, readStatement, type Statement } from '#statement'
import { anApp } from '#test/app'
import { noon } from '#test/register'

const valo = await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')
const tomas = { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '1' }
type Category = Statement['dataCategories'][number]

/** The demo group's statement with these fields added, read and written by sales. */
function valoAnd(...fields: (Pick<Category, 'id' | 'type'> & Partial<Category>)[]): string {
  const statement = readStatement(valo).statement
  assert.ok(statement)
  for (const field of fields) {
    const label = { fi: field.id, sv: field.id, en: field.id }
    statement.dataCategories.push({ label, saidIn: 'S5.30', personal: true, fromStage: 'prospect', ...field })
    for (const duty of statement.duties ?? []) {
      if (['sales', 'privacy'].includes(duty.id)) duty.reads.push(field.id)
      if (duty.id === 'sales') duty.writes.push(field.id)
    }
  }
  return stringify(statement, { version: '1.2' })
}

test('two fields that would share a column are refused before anything is published', () => {
  const long = `person.${'aB'.repeat(25)}`
  for (const [what, ...ids] of [
    ['the same word with other capitals', 'person.shoeSize', 'person.shoeSIze'],
    ['a company field named like a commercial one', 'org.comDiscount', 'com.discount'],
    ['the key of the table', 'person.personId'],
    ['the key of the other table', 'org.organisationId'],
    ['a column of PostgreSQL’s own', 'person.ctid'],
    ['a name that PostgreSQL would cut', long],
  ] as const) {
    const { statement, problems } = readStatement(valoAnd(...ids.map((id) => ({ id, type: 'text' as const }))))
    assert.equal(statement, null, what)
    assert.ok(
      problems.some(({ code }) => code === 'COLUMN_TAKEN'),
      what,
    )
  }
})

test('ids that are SQL, quotes or markup are not ids', () => {
  for (const id of ['person.x"; drop table register.person; --', "person.x'y", 'person.a b', 'person.<b>', 'pg.x']) {
    assert.equal(readStatement(valoAnd({ id, type: 'text' })).statement, null, id)
  }
  const choices = [{ id: "'); delete from register.person; --", label: { fi: 'x' } }]
  assert.equal(readStatement(valoAnd({ id: 'person.colour', type: 'choice', choices })).statement, null)
})

test('SQL and markup in a label are text on every screen and page, and sixty added fields are read as well as one', async () => {
  const { as, ask, register } = await anApp()
  const evil = `</script><img src=x onerror=alert(1)>'; drop table register.person; --`
  const many = Array.from({ length: 60 }, (_, at) => ({ id: `person.extra${at}`, type: 'text' as const }))
  await register.db.owner().deleteFrom('register.person').execute()
  await publish(
    register,
    tomas,
    valoAnd({ id: 'person.shoeSize', type: 'number', label: { fi: evil, sv: evil, en: evil } }, ...many),
  )

  const values = { 'person.name': 'Aino Harju', 'person.shoeSize': 38, 'person.extra59': evil }
  const made = await as('saku')('POST', '/people', { values, source: 'contact' })
  assert.equal(made.statusCode, 201, made.body)
  assert.equal(made.json().values['person.shoeSize'], 38)
  assert.equal(made.json().values['person.extra59'], evil)
  assert.equal((await as('saku')('GET', '/people')).json().items[0].values['person.extra59'], evil)
  for (const page of ['/en/', '/fi/', '/statement.json', '/api/v1/fields?subject=person']) {
    const answer = await as('saku')('GET', page)
    assert.ok(!/html/.test(String(answer.headers['content-type'])) || !answer.body.includes('<img src=x'), page)
  }
  assert.ok((await ask('GET', '/en/')).body.includes('&lt;img src=x'))
})

test('a field changes its type while it is empty; once it holds something, it takes a new id', async () => {
  const { as, register } = await anApp()
  await publish(register, tomas, valoAnd({ id: 'person.shoeSize', type: 'text' }))
  await publish(register, tomas, valoAnd({ id: 'person.shoeSize', type: 'number' }))
  const values = { 'person.name': 'Aino Harju', 'person.shoeSize': 38 }
  const { id } = (await as('saku')('POST', '/people', { values, source: 'contact' })).json()
  await assert.rejects(publish(register, tomas, valoAnd({ id: 'person.shoeSize', type: 'date' })), {
    code: 'FIELD_TYPE_CHANGED',
  })
  await sql`delete from register.person where id = ${id}`.execute(register.db.owner())
})
