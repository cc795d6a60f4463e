import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { contactParts } from '../../contacts.ts'
import { holdingsOf } from '../../holdings.ts'
import { erasePerson } from '../erasure/erase-person.ts'
import { resumeErasures } from '../erasure/resume-erasures.ts'
import { keepRetention } from './keep-retention.ts'

const { as, register } = await anApp()
const [sales, billing, privacy] = [as('saku'), as('bo'), as('ingrid')]
const owner = register.db.owner()
const occasion = (duty: string) => ({
  ...{ by: 'register', duty, purpose: 'retention', at: register.now(), under: '1' },
})
const statement = () => (register.current() as Published).statement
const night = async (at: string) => {
  await register.setClock(`${at}T03:00:00+02:00`)
  const wish = { holdings: holdingsOf(register), statement: statement() }
  const counts = await keepRetention(register, occasion('retention'), { ...wish, contacts: contactParts })
  await resumeErasures(register, occasion('rights'), wish)
  return counts
}
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const there = async (table: string, ...all: string[]) => {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(`register.${table}`)}
    where id = any(${all}::uuid[])`.execute(owner)
  return all.map((id) => rows.some((row) => row.id === id))
}
const aPerson = async (name: string, source = 'contact') =>
  (await made('/people', { values: { 'person.name': name }, source })).id as string
const oldInvoice = async (number: string, person: string) => {
  const old = { issuedOn: '2018-03-01', dueOn: '2018-03-15', fiscalYearEnd: '2018-12-31', amountCents: 100 }
  const { id } = await made('/invoices', { number, ...old, person }, billing)
  await made(`/invoices/${id}/settlement`, { event: 'payment' }, billing)
  return id as string
}
const restrict = (person: string, reason: string) => made(`/people/${person}/restrictions`, { reason }, privacy)
const restrictionOf = async (person: string) => {
  const { rows } = await sql<{ id: string; review_on: string }>`
    select id, review_on from register.restriction where person_id = ${person} and lifted_at is null`.execute(owner)
  return rows[0] ?? assert.fail('no restriction')
}
const lift = async (person: string) => {
  const { id } = await restrictionOf(person)
  const early = await privacy('POST', `/restrictions/${id}/lifting`, {})
  assert.equal(early.json().code, 'LIFTING_NOT_TOLD', 'Art. 18(3): told first')
  await made(`/restrictions/${id}/lifting-notice`, { via: 'letter' }, privacy)
  await made(`/restrictions/${id}/lifting`, {}, privacy)
}
// A session does not outlive a night: what staff does is done on the first day, and what is lifted later, as the database would.
const liftLater = (person: string) =>
  sql`update register.restriction set lifting_told_at = since, told_via = 'letter', lifted_at = since where person_id = ${person}`.execute(
    owner,
  )

const [free, contested, claiming] = [await aPerson('Eero Salo'), await aPerson('Maija Mäki'), await aPerson('Aino Oja')]
const buyers = [await aPerson('Niko Lehto', 'order'), await aPerson('Outi Halme', 'order')] as const
const [freeBill, keptBill] = [await oldInvoice('1', buyers[0]), await oldInvoice('2', buyers[1])]
await restrict(contested, 'accuracy')
await restrict(buyers[1], 'accuracy')
await restrict(claiming, 'claims')

test('the plan of the coming nights says who is kept, by whom it waits and since when', async () => {
  const { people, kept, classes } = (await privacy('GET', '/retention?days=366')).json()
  assert.deepEqual(
    people.map(({ id }: { id: string }) => id),
    [free],
  )
  assert.deepEqual(
    kept
      .map(({ id, name, restrictedSince }: Record<string, string>) => [id, name, restrictedSince?.slice(0, 10)])
      .sort(),
    [
      [contested, 'Maija Mäki', '2026-03-02'],
      [claiming, 'Aino Oja', '2026-03-02'],
    ].sort(),
  )
  const of = (aClass: string) => classes.find((one: { class: string }) => one.class === aClass)
  assert.deepEqual([of('lead').count, of('lead').kept], [1, 2])
  assert.deepEqual([of('invoice-voucher').count, of('invoice-voucher').kept], [1, 1])
})

test('whoever restricted it is not erased by anybody else’s wish; by their own later one they are', async () => {
  const [wishing, other] = [await aPerson('Ville Aho'), await aPerson('Sini Laine')]
  for (const person of [wishing, other]) await restrict(person, 'unlawful-kept')
  const refused = await privacy('POST', `/people/${other}/erasure`, {})
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'PERSON_RESTRICTED'])
  await lift(other)
  assert.equal((await privacy('POST', `/people/${other}/erasure`, {})).statusCode, 201)

  const asked = {
    kind: 'erasure',
    text: 'Poistakaa minut.',
    via: 'phone',
    language: 'fi',
    receivedAt: '2026-03-02T10:00:00+02:00',
  }
  const { id: request } = await made('/requests', asked, privacy)
  const wish = { holdings: holdingsOf(register), statement: statement(), personId: wishing, request }
  await erasePerson(register, occasion('rights'), wish)
  assert.deepEqual(await there('person', wishing, other), [false, false])
})

test('what an erasure holds waits for a restriction that came after it', async () => {
  const debtor = await aPerson('Pekka Niemi', 'order')
  const { id: sold } = await made(
    '/invoices',
    {
      number: '3',
      issuedOn: '2026-02-01',
      dueOn: '2026-02-15',
      fiscalYearEnd: '2026-12-31',
      amountCents: 100,
      person: debtor,
    },
    billing,
  )
  assert.equal((await privacy('POST', `/people/${debtor}/erasure`, {})).json().state, 'held')
  await restrict(debtor, 'claims')
  await made(`/invoices/${sold}/settlement`, { event: 'payment' }, billing)
  const wish = { holdings: holdingsOf(register), statement: statement() }
  assert.deepEqual(await resumeErasures(register, occasion('rights'), wish), [])
  assert.deepEqual(await there('person', debtor), [true])
  await lift(debtor)
  assert.deepEqual(await resumeErasures(register, occasion('rights'), wish), [debtor])
  assert.deepEqual(await there('person', debtor), [false])
})

test('Art. 18(2): what is past its time stays while its person’s data are restricted, and the report of the night counts it', async () => {
  assert.deepEqual(await night('2026-09-17'), { 'invoice-voucher': 1, 'restricted-kept': 1 })
  assert.deepEqual(await there('invoice', freeBill, keptBill), [false, true])
  assert.deepEqual(await night('2027-03-03'), { lead: 1, 'restricted-kept': 3 })
  assert.deepEqual(await there('person', free, contested, claiming), [false, true, true])
  const { rows } = await sql`select counts from register.retention_run order by at desc limit 1`.execute(owner)
  assert.deepEqual(rows, [{ counts: { lead: 1, 'restricted-kept': 3 } }])
})

test('once it is lifted, the next night takes what waited, and only that', async () => {
  for (const person of [contested, buyers[1]]) await liftLater(person)
  assert.deepEqual(await night('2027-03-04'), { lead: 1, 'invoice-voucher': 1, 'restricted-kept': 1 })
  assert.deepEqual(
    [...(await there('person', contested, claiming)), ...(await there('invoice', keptBill))],
    [false, true, false],
  )
})
