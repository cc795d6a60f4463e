import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { look } from '#ledger'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { contactParts } from '../../contacts.ts'
import { holdingsOf } from '../../holdings.ts'
import { keepRetention } from './keep-retention.ts'
import { nextDays } from './next-days.view.ts'

const { as, ids, register } = await anApp()
const sales = as('saku')
const owner = register.db.owner()

const night = async (at: string) => {
  await register.setClock(`${at}T03:00:00+03:00`)
  const { statement } = register.current() as Published
  const occasion = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
  return keepRetention(register, occasion, { holdings: holdingsOf(register), contacts: contactParts, statement })
}
const made = async (path: string, body: object): Promise<string> => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id
}
const isThere = async (id: string) =>
  (await sql`select from register.person where id = ${id}`.execute(owner)).rows.length === 1
const stateOf = async (company: string) => {
  const { rows } = await sql<{ state: string }>`
    select state from register.relationship where organisation_id = ${company}`.execute(owner)
  return rows[0]?.state
}
/** Time passes at once in these tests: what happens in it is laid down by its day. */
const met = (party: { person?: string; company?: string; others?: string[] }, at: string) =>
  sql`insert into register.activity (group_company, organisation_id, person_id, people, kind, state, title, staff, at, entered_by, entered_at)
    values ('valo-energia', ${party.company ?? null}, ${party.person ?? null}, ${party.others ?? []}, 'meeting', 'done', 'Tapaaminen', '{}', ${at}, 'saku', ${at})`.execute(
    owner,
  )

// All of it is entered on the first day: a session does not outlive a night.
const person = (name: string, more: object = {}) =>
  made('/people', { values: { 'person.name': name }, source: 'contact', ...more })
const company = (name: string, source = 'contact') => made('/companies', { values: { 'org.name': name }, source })
const [visited, tookPart, unheard] = [await person('Aino Mäki'), await person('Olli Niemi'), await person('Eero Salo')]
const prospect = await company('Kivelän Puu Oy')
const [buyer, colleague] = [
  await person('Maija Mäki', { company: prospect }),
  await person('Piotr Nowak', { company: prospect }),
]
const [underContract, woken, quiet] = [
  await company('Mäen Sauna Oy', 'order'),
  await company('Rannan Laituri Oy', 'order'),
  await company('Hallan Mylly Oy', 'order'),
]
const line = { id: 'a', text: 'Huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
for (const customer of [woken, quiet]) {
  const order = await made('/orders', { company: customer, title: 'Huolto', lines: [line], source: 'order' })
  await sql`update register.sales_order set state = 'closed', settled_on = '2026-03-02' where id = ${order}`.execute(
    owner,
  )
}
const contract = await made('/contracts', {
  ...{ company: underContract, title: 'Huoltosopimus', startsOn: '2026-03-02', lines: [line], noticeMonths: 1 },
})
const signed = await sales('POST', `/contracts/${contract}/state`, { event: 'signing' })
assert.equal(signed.statusCode, 204, signed.body)
await met({ person: visited, others: [tookPart] }, '2026-12-01T12:00:00Z')
await met({ person: buyer }, '2027-02-10T12:00:00Z')

test('a lead whom somebody met is kept from that day on; one of whom nothing was heard goes', async () => {
  await register.setClock('2027-02-01T12:00:00Z')
  const { statement } = register.current() as Published
  const seen = { by: ids.ingrid, duty: 'rights', purpose: 'data-subject-rights', at: register.now(), under: '1' }
  const wish = { days: 90, language: 'fi' as const, contacts: contactParts }
  const { people } = await look(register.db, seen, (view) => nextDays(view, statement, wish))
  const going = people.map(({ id }) => id)
  assert.ok(going.includes(unheard) && !going.includes(visited), 'only those go of whom nothing was heard')
  await night('2027-03-04')
  assert.deepEqual(await Promise.all([visited, tookPart, unheard].map(isThere)), [true, true, false])
  await night('2027-12-02')
  assert.deepEqual(await Promise.all([visited, tookPart].map(isThere)), [false, false])
})

test('whoever is the contact of a company stays while others of it are in touch', async () => {
  await night('2028-02-10')
  assert.deepEqual(await Promise.all([buyer, colleague].map(isThere)), [true, true])
  await night('2028-02-12')
  assert.deepEqual(await Promise.all([buyer, colleague].map(isThere)), [false, false])
})

test('a running contract is activity; a dormant customer who is in touch again is a customer, and another ends', async () => {
  await night('2028-03-04')
  assert.deepEqual(await Promise.all([underContract, woken, quiet].map(stateOf)), ['customer', 'dormant', 'dormant'])
  const { rows: tasks } = await sql<{ company: string; to: string; due: string }>`
    select organisation_id as company, assigned_to as to, due_on::text as due from register.task order by 1`.execute(
    owner,
  )
  const asked = [woken, quiet].sort().map((company) => ({ company, to: ids.saku, due: '2028-04-03' }))
  assert.deepEqual(tasks, asked, 'whoever looks after them is asked, once')
  await met({ company: woken }, '2028-03-20T12:00:00Z')
  assert.deepEqual((await night('2028-04-10'))['relationship-woken'], 1)
  assert.deepEqual(await Promise.all([underContract, woken, quiet].map(stateOf)), ['customer', 'customer', 'ended'])
  const { rows } = await sql<{ at: Date }>`
    select last_activity_at as at from register.relationship where organisation_id = ${woken}`.execute(owner)
  assert.equal(rows[0]?.at.toISOString(), '2028-03-20T12:00:00.000Z')
})

test('one who is restricted, or whose owner may be asked nothing, stops no night (Art. 18)', async () => {
  const { rows } = await sql<{ id: string }>`
    insert into register.person (kind, given_name, family_name, created_at, changed_at)
    values ('private-customer', 'Nea', 'Outo', '2026-03-02', '2026-03-02') returning id`.execute(owner)
  const person = rows[0]?.id
  await sql`insert into register.relationship (person_id, group_company, state, owner, started_at, last_activity_at)
    values (${person}, 'valo-energia', 'customer', ${ids.saku}, '2026-03-02', '2026-03-02')`.execute(owner)
  await sql`insert into register.restriction (person_id, reason, since, by, review_on)
    values (${person}, 'accuracy', '2026-03-02', ${ids.ingrid}, '2026-09-02')`.execute(owner)
  await night('2028-05-20')
  const state = async () =>
    (await sql<{ state: string }>`select state from register.relationship where person_id = ${person}`.execute(owner))
      .rows[0]?.state
  assert.equal(await state(), 'dormant', 'long quiet, it still gets its days to say')
  await night('2028-06-20')
  assert.equal(await state(), 'ended')
})
