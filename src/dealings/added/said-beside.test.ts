import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { stringify } from 'yaml'
import { compile, dealSubjects, declaredColumn, lint, publish, type Statement } from '#statement'
import { anApp } from '#test/app'
import { beginningOf, tomas, valo } from './made-deals.fixture.ts'

const withFields = (fields: readonly { id: string; type: string }[]) => {
  const next = structuredClone(valo)
  for (const { id, type } of fields) {
    const label = { fi: `Oma ${id}`, sv: `Egen ${id}`, en: `Own ${id}` }
    next.dataCategories.push({ id, type, label, saidIn: 'S5.9', personal: false } as never)
    for (const duty of next.duties ?? []) {
      if (duty.id === 'sales' || duty.id === 'privacy') for (const list of [duty.reads, duty.writes]) list.push(id)
      if (duty.id === 'service' && !id.startsWith('invoice.')) duty.reads.push(id)
    }
  }
  return next
}
const noted = dealSubjects.map((subject) => ({ id: `${beginningOf(subject)}.shelf`, type: 'text' }))
const { as, register, ledger } = await anApp()
const [sales, service] = [as('saku'), as('helmi')]
const owner = register.db.owner()
await publish(register, tomas, stringify(withFields(noted), { version: '1.2' }))

const made = async (path: string, body: object, expected = 201) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, expected, `${path} ${answer.body}`)
  return answer.json()
}
const maija = await made('/people', {
  values: { 'person.name': 'Maija Mäki' },
  source: 'order',
  kind: 'private-customer',
})
const lines = [{ text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 5_000_000, vatRate: 2550 }]
const quote = await made('/quotes', { person: maija.id, title: 'Kiuas', lines })

test('a field beside a quote is said, changes when the quote is locked, and stands in the ledger by its field', async () => {
  const path = `/quotes/${quote.id}/values`
  const before = (await ledger()).length
  const say = (values: object, read?: object) =>
    sales('PATCH', path, { payload: { values, ...(read ? { read } : {}) } })
  assert.deepEqual((await say({ 'quote.shelf': 'A1' })).json(), { values: { 'quote.shelf': 'A1' } })
  await sql`update register.quote set number = 'T1', version = 1, state = 'sent' where id = ${quote.id}`.execute(owner)
  assert.deepEqual(
    (await say({ 'quote.shelf': 'B2' })).json(),
    { values: { 'quote.shelf': 'B2' } },
    'locked, and noted still',
  )
  assert.deepEqual((await ledger()).slice(before), ['quote.noted by saku', 'quote.noted by saku'])
  const both = await Promise.all(['C3', 'D4'].map((shelf) => say({ 'quote.shelf': shelf }, { 'quote.shelf': 'B2' })))
  const late = both.find(({ statusCode }) => statusCode !== 200)
  assert.equal(both.filter(({ statusCode }) => statusCode === 200).length, 1, 'of two at once the second is told')
  assert.deepEqual(
    [late?.statusCode, late?.json().code, late?.json().detail.field],
    [409, 'EDITED_MEANWHILE', 'quote.shelf'],
  )
  assert.equal((await say({ 'quote.shelf': 'B2' })).statusCode, 200, 'a program may say without having read')
})

test('who may not write it is refused with its clause, what belongs to another kind of deal too, and nobody finds what is not there', async () => {
  const path = `/quotes/${quote.id}/values`
  const refused = async (who: typeof sales, at: string, values: object) => {
    const answer = await who('PATCH', at, { payload: { values } })
    return [answer.statusCode, answer.json().code, answer.json().detail.clause]
  }
  assert.deepEqual(await refused(service, path, { 'quote.shelf': 'x' }), [403, 'FIELD_NOT_OF_DUTY', 'S5.9'])
  assert.equal((await refused(as('maija'), path, { 'quote.shelf': 'x' }))[1], 'FIELD_NOT_OF_DUTY')
  assert.deepEqual(await refused(sales, path, { 'order.shelf': 'x' }), [422, 'FIELD_NOT_DECLARED', 'S5.1'])
  assert.equal((await refused(sales, `/quotes/${maija.id}/values`, { 'quote.shelf': 'x' }))[0], 404)
  assert.equal((await sales('PATCH', path, { payload: { values: {} } })).json().code, 'VALUE_REQUIRED')
  assert.deepEqual((await service('GET', path)).json(), { values: { 'quote.shelf': 'B2' } })
  assert.equal((await as('maija')('GET', path)).statusCode, 403)
})

test('lint refuses a field of a deal that has no type, no record, or is given to who does not see the record', () => {
  const codesOf = (changed: Statement) =>
    new Set(lint(changed).flatMap(({ code }) => (code.startsWith('E-FIELD') ? [code] : [])))
  const field = [{ id: 'contract.shelf', type: 'text' }]
  assert.deepEqual(codesOf(withFields(field)), new Set())
  const untyped = withFields(field)
  for (const one of untyped.dataCategories) if (one.id === 'contract.shelf') delete one.type
  assert.deepEqual(codesOf(untyped), new Set(['E-FIELD-TYPE']))
  const hidden = withFields(field)
  hidden.duties?.find(({ id }) => id === 'marketing')?.reads.push('contract.shelf')
  assert.deepEqual(codesOf(hidden), new Set(['E-FIELD-RECORD']))
})

test('whatever fields of deals a statement declares, exactly they have columns, each in the table of its own subject', async () => {
  const names = fc.stringMatching(/^[a-z][a-z]{0,12}([A-Z][a-z]{1,6})?$/)
  const types = fc.constantFrom('text', 'long-text', 'number', 'date', 'boolean')
  const some = fc.uniqueArray(fc.record({ subject: fc.constantFrom(...dealSubjects), name: names, type: types }), {
    ...{
      maxLength: 8,
      selector: ({ subject, name }) => `${subject} ${declaredColumn(`${beginningOf(subject)}.${name}`).column}`,
    },
  })
  await fc.assert(
    fc.property(some, (wished) => {
      const fields = wished
        .map(({ subject, name, type }) => ({ subject, id: `${beginningOf(subject)}.${name}`, type }))
        .filter(({ id, subject }) => declaredColumn(id).column !== `${subject}_id`)
      const policy = compile(withFields(fields))
      for (const { id, subject } of fields) {
        assert.equal(policy.fields.get(id)?.subject, subject)
        assert.equal(declaredColumn(id).table, `declared.${subject}`)
      }
      const places = fields.map(({ id }) => JSON.stringify(declaredColumn(id)))
      assert.equal(new Set(places).size, fields.length)
    }),
    { numRuns: 60 },
  )
  const { rows } = await sql<{ place: string }>`
    select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = 'declared' and table_name = any(${[...dealSubjects]}::text[]) and column_name <> table_name || '_id'
    order by 1`.execute(owner)
  assert.deepEqual(
    rows.map(({ place }) => place),
    dealSubjects.map((subject) => `${subject}.shelf`).sort(),
  )
})
