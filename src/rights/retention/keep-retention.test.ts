import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { makeLogMonths } from '#ledger'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { contactParts } from '../../contacts.ts'
import { holdingsOf } from '../../holdings.ts'
import { keepRetention } from './keep-retention.ts'

const { as, register } = await anApp()
const [sales, billing, service, privacy] = [as('saku'), as('bo'), as('helmi'), as('ingrid')]
const owner = register.db.owner()

const night = async (at: string) => {
  await register.setClock(`${at}T03:00:00+03:00`)
  const { statement } = register.current() as Published
  const occasion = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
  return keepRetention(register, occasion, { holdings: holdingsOf(register), contacts: contactParts, statement })
}
const isThere = async (table: string, id: string) =>
  (await sql`select from ${sql.table(`register.${table}`)} where id = ${id}`.execute(owner)).rows.length === 1
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

const customer = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const contact = await made('/people', {
  values: { 'person.name': 'Maija Mäki' },
  company: customer.id,
  source: 'order',
})
const lead = await made('/people', { values: { 'person.name': 'Piotr Nowak' }, source: 'contact' })
const leaver = await made('/people', {
  values: { 'person.name': 'Aylin Demir' },
  company: customer.id,
  source: 'order',
})
const quiet = await made('/companies', { values: { 'org.name': 'Mäen Sauna Oy' }, source: 'order' })
const invoice = (
  await billing('POST', '/invoices', {
    ...{ number: '41', issuedOn: '2024-03-01', dueOn: '2024-03-15', fiscalYearEnd: '2024-03-31', amountCents: 100 },
    company: customer.id,
  })
).json()
await billing('POST', `/invoices/${invoice.id}/settlement`, { event: 'payment' })
const warranty = (
  await service('POST', '/warranties', {
    ...{ company: customer.id, item: 'Kiuas', startsOn: '2025-01-01', endsOn: '2025-12-31' },
  })
).json()
await sales('POST', `/people/${leaver.id}/departure`, { company: customer.id, source: 'contact' })

test('what the next days will erase is shown by class and by name, before anything goes', async () => {
  const before = (await register.looks()).length
  const { classes, people } = (await privacy('GET', '/retention?days=190')).json()
  assert.deepEqual(people, [{ id: leaver.id, class: 'contact', until: '2026-09-02', name: 'Aylin Demir' }])
  const { label, rule, count, first } = classes.find((one: { class: string }) => one.class === 'contact')
  assert.deepEqual([count, first], [1, '2026-09-02'])
  assert.match(`${label} ${rule}`, /6 months/)
  assert.deepEqual(
    (await register.looks()).slice(before).map(({ by, duty, people }) => [by === contact.by, duty, people]),
    [[false, 'rights', [leaver.id]]],
  )
  assert.equal((await sales('GET', '/retention')).statusCode, 403)
})

test('six months and a day after a contact left, the contact is erased without anyone asking, though the company stays', async () => {
  assert.deepEqual(await night('2026-09-02'), {}, 'the last day of the period is still inside it')
  assert.equal(await isThere('person', leaver.id), true)
  assert.deepEqual(await night('2026-09-03'), { contact: 1 })
  assert.equal(await isThere('person', leaver.id), false)
  assert.equal(await isThere('person', contact.id), true)
  assert.equal(await isThere('organisation', customer.id), true)
  const { rows } = await sql<{
    counts: object
  }>`select counts from register.retention_run order by at desc limit 1`.execute(owner)
  assert.deepEqual(rows, [{ counts: { contact: 1 } }], 'the night leaves a report')
})

test('a lead goes twelve months after the last contact', async () => {
  assert.deepEqual(await night('2027-03-02'), {})
  assert.deepEqual(await night('2027-03-03'), { lead: 1 })
  assert.equal(await isThere('person', lead.id), false)
})

test('a customer of whom nothing was heard for 24 months is dormant, and ends where nobody takes the relationship up', async () => {
  const stateOf = async (id: string) => {
    const { rows } = await sql<{
      state: string
    }>`select state from register.relationship where organisation_id = ${id}`.execute(owner)
    return rows[0]?.state
  }
  await night('2028-03-03')
  assert.equal(await stateOf(quiet.id), 'dormant')
  assert.deepEqual(await night('2028-04-10'), { 'relationship-ended': 2 })
  assert.equal(await stateOf(quiet.id), 'ended')
  assert.deepEqual(await night('2028-10-11'), { contact: 1 })
  assert.equal(await isThere('person', contact.id), false)
})

test('a warranty goes three years after its last day for claims, a voucher of March 2024 after 31 December 2030', async () => {
  assert.deepEqual(await night('2029-02-28'), {})
  assert.deepEqual(await night('2029-03-01'), { 'complaint-warranty': 1 })
  assert.equal(await isThere('warranty', warranty.id), false)
  assert.equal((await night('2030-12-31'))['invoice-voucher'], undefined)
  assert.equal((await night('2031-01-01'))['invoice-voucher'], 1)
  assert.equal(await isThere('invoice', invoice.id), false)
})

test('months of the access log are dropped when their time is over, with a record in the ledger', async () => {
  await makeLogMonths(register.db, { at: new Date('2026-03-02') })
  assert.ok(((await night('2034-01-01'))['access-log'] ?? 0) >= 1)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from register.ledger_opening where payload ->> 'what' = 'access-log.dropped'`.execute(
    owner,
  )
  assert.ok((rows[0]?.count ?? 0) > 0)
})
