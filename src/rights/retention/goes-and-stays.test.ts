import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { contactParts } from '../../contacts.ts'
import { holdingsOf } from '../../holdings.ts'
import { keepRetention } from './keep-retention.ts'

const { as, register } = await anApp()
const [sales, billing, privacy] = [as('saku'), as('bo'), as('ingrid')]
const owner = register.db.owner()

const night = async (at: string) => {
  await register.setClock(`${at}T03:00:00+03:00`)
  const { statement } = register.current() as Published
  const occasion = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
  return keepRetention(register, occasion, { holdings: holdingsOf(register), contacts: contactParts, statement })
}
const rowsOf = async (table: string, id: string) =>
  (await sql`select from ${sql.table(`register.${table}`)} where id = ${id}`.execute(owner)).rows.length

// All of it is entered on the first day: a session does not outlive a night.
const values = { 'person.name': 'Eero Salo' }
const { id: person } = (await sales('POST', '/people', { values, source: 'order' })).json()
const old = { issuedOn: '2018-03-01', dueOn: '2018-03-15', fiscalYearEnd: '2018-12-31', amountCents: 100 }
const { id: invoice } = (await billing('POST', '/invoices', { number: '7', ...old, person })).json()
assert.equal((await billing('POST', `/invoices/${invoice}/settlement`, { event: 'payment' })).statusCode, 204)
const claim = { claim: 'Riita laskusta', scope: ['invoice-voucher'], reviewOn: '2026-08-01' }
const hold = (await privacy('POST', `/people/${person}/legal-holds`, claim)).json().id as string

const enquiry = { channel: 'phone', message: 'Olen Piotr, soittakaa.', source: 'contact' }
const [closed, open] = [
  (await sales('POST', '/enquiries', enquiry)).json().id as string,
  (await sales('POST', '/enquiries', enquiry)).json().id as string,
]
await sql`update register.enquiry set state = 'closed', closed_at = received_at where id = ${closed}`.execute(owner)

const said = {
  kind: 'access',
  text: 'Olen Piotr.',
  via: 'phone',
  language: 'fi',
  receivedAt: '2026-03-02T10:00:00+02:00',
}
const { id: request } = (await privacy('POST', '/requests', said)).json()
assert.equal((await privacy('POST', `/requests/${request}/withdrawal`, { payload: {} })).statusCode, 201)

test('what a legal claim needs is not erased by its age, and goes once the claim is closed', async () => {
  await night('2026-03-03')
  assert.equal(await rowsOf('invoice', invoice), 1, 'the claim needs it')
  await sql`update register.legal_hold set closed_at = opened_at where id = ${hold}`.execute(owner)
  await night('2026-03-04')
  assert.equal(await rowsOf('invoice', invoice), 0)
})

test('an enquiry of somebody who never came into the register goes a year on; an open one stays', async () => {
  await night('2027-03-02')
  assert.equal(await rowsOf('enquiry', closed), 1)
  await night('2027-03-03')
  assert.deepEqual([await rowsOf('enquiry', closed), await rowsOf('enquiry', open)], [0, 1])
})

test('papers destroyed, claims closed, requests settled and the words of one taken back go after the time of their class', async () => {
  const words = async () =>
    (await sql<{ said: string | null }>`select said from register.rights_request where id = ${request}`.execute(owner))
      .rows[0]?.said
  const made = sql`values ('00000000-0000-7000-8000-000000000001'::uuid, 'Tuloste', 'Kaappi', array[${person}::uuid], '2026-03-02Z'::timestamptz, 'x', 'y',
    '2026-04-01'::date, '2026-03-02Z'::timestamptz, 'x', 'shredded', 'z')`
  await sql`insert into register.paper_item (id, what, location, people, made_at, made_by, reason, destroy_by, destroyed_at, destroyed_by, method, witness) ${made}`.execute(
    owner,
  )
  await sql`insert into register.authority_request (id, recipient, authority, provision, document_ref, purpose, people, people_count, fields, asked_on,
      received_at, state, prepared_by, prepared_at, decided_by, decided_at)
    values ('00000000-0000-7000-8000-000000000002', 'authorities', 'a', 'b', 'c', 'd', array[${person}::uuid], 1, array['person.name'], '2026-03-01',
      '2026-03-01Z', 'declined', 'x', '2026-03-01Z', 'y', '2026-03-02Z')`.execute(owner)
  const kept = async () => [
    await rowsOf('paper_item', '00000000-0000-7000-8000-000000000001'),
    await rowsOf('legal_hold', hold),
    await rowsOf('authority_request', '00000000-0000-7000-8000-000000000002'),
  ]
  await sql`update register.legal_hold set closed_at = '2026-03-02Z' where id = ${hold}`.execute(owner)
  await night('2028-03-02')
  assert.deepEqual(await kept(), [1, 1, 1])
  await night('2028-03-03')
  assert.deepEqual(await kept(), [0, 1, 1])
  await night('2029-03-02')
  assert.deepEqual([...(await kept()), await words()], [0, 1, 1, 'Olen Piotr.'])
  await night('2029-03-03')
  assert.deepEqual([...(await kept()), await words()], [0, 0, 0, null])
})
