import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { look } from '#ledger'
import { planErasure } from '#rights'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { holdingsOf } from '../holdings.ts'
import { keepChain } from './keep-chain.ts'

const { as, register, ledger, ids } = await anApp()
const [sales, service] = [as('saku'), as('helmi')]
const owner = register.db.owner()
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 201 ? answer.json() : null
}
const person = (name: string, more: object = {}) =>
  made('/people', { values: { 'person.name': name }, source: 'order', ...more })
const lines = [{ id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 5_000_000, vatRate: 2550 }]
const plan = async (personId: string) => {
  const { statement } = register.current() as Published
  const at = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }
  const planned = await look(register.db, at, (view) =>
    planErasure(view as never, { holdings: holdingsOf(register), statement, personId } as never),
  )
  return planned.fates
    .filter(({ table }) => /quote|order|delivery|contract|assignment/.test(table))
    .map(({ table, fate, blocker = null, until = null }) => [table.replace('register.', ''), fate, blocker, until])
}
/** Moves the clock; those who were signed in stay so. */
const clock = async (at: string) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${at}, seen_at = ${at}`.execute(owner)
}
const night = () =>
  keepChain(register, { by: 'register', duty: 'worker', purpose: 'retention', at: register.now(), under: '1' })

test('an open order and an active contract hold the erasing of a private customer until they end; a quote holds nothing', async () => {
  const who = await person('Aino Harju')
  await made('/quotes', { person: who.id, lines })
  const order = await made('/orders', { person: who.id, lines })
  const contract = await made('/contracts', {
    person: who.id,
    title: 'Huolto',
    startsOn: '2026-03-02',
    endsOn: '2026-12-31',
  })
  await made(`/contracts/${contract.id}/state`, { event: 'signing' })
  const job = await made('/assignments', { person: who.id, title: 'Asennus' }, service)
  assert.deepEqual(await plan(who.id), [
    ['quote', 'erase', null, null],
    ['sales_order', 'hold', 'active-contract', null],
    ['assignment', 'hold', 'open-assignment', null],
    ['contract', 'hold', 'active-contract', '2026-12-31'],
  ])
  await made(`/orders/${order.id}/state`, { event: 'closure', reason: 'Peruttiin' })
  await made(`/contracts/${contract.id}/state`, { event: 'ending', reason: 'Sovittiin' })
  await made(`/assignments/${job.id}/state`, { event: 'completion' }, service)
  assert.ok((await plan(who.id)).every(([, fate]) => fate === 'erase'))
})

test('who leaves a company is no longer the contact of its delivery, and the delivery stays (S5.10)', async () => {
  const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
  const who = await person('Maija Mäki', { company: company.id })
  const quote = await made('/quotes', { company: company.id, contact: who.id, lines })
  await made(`/quotes/${quote.id}/sending`, {})
  await made(`/quotes/${quote.id}/acceptance`, { version: 1, name: 'Maija Mäki' })
  const { order } = (await sales('GET', `/quotes/${quote.id}`)).json()
  const delivery = await made(`/orders/${order}/deliveries`, { lines: [{ line: 'a', quantity: 1000 }] }, service)
  assert.equal(delivery.contactName, 'Maija Mäki')
  const { statement } = register.current() as Published
  const { erasePerson } = await import('#rights')
  const at = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }
  await erasePerson(register, at, { holdings: holdingsOf(register), statement, personId: who.id })
  const left = (await service('GET', `/deliveries/${delivery.id}`)).json()
  assert.deepEqual([left.contact, left.lines[0].text], [null, 'Kiuas'])
  const { rows } = await sql`select answered_name from register.quote_version where quote_id = ${quote.id}`.execute(
    owner,
  )
  assert.deepEqual(rows, [{ answered_name: null }])
})

test('the night lets quotes expire, contracts renew or end, and asks their owner in time, once', async () => {
  const company = await made('/companies', { values: { 'org.name': 'Mäen Sauna Oy' }, source: 'order' })
  const quote = await made('/quotes', { company: company.id, lines, validUntil: '2026-03-05' })
  await made(`/quotes/${quote.id}/sending`, {})
  const term = { company: company.id, startsOn: '2026-03-02', endsOn: '2026-04-30', noticeMonths: 0 }
  const fixed = await made('/contracts', { ...term, title: 'Määräaikainen' })
  const renewing = await made('/contracts', { ...term, title: 'Jatkuva', renewal: 'automatic', renewalMonths: 12 })
  for (const { id } of [fixed, renewing]) await made(`/contracts/${id}/state`, { event: 'signing' })

  await clock('2026-03-06T00:30:00+02:00')
  assert.deepEqual(await night(), { expired: 1, contracts: 0, asked: 0, proposed: 0 })
  assert.equal((await sales('GET', `/quotes/${quote.id}`)).json().state, 'expired')
  await clock('2026-04-01T00:30:00+03:00')
  assert.equal((await night()).asked, 2)
  assert.equal((await night()).asked, 0, 'once for each end')
  const { rows } = await sql`select assigned_to, due_on::text, subject_kind from register.task`.execute(owner)
  assert.deepEqual(rows, Array(2).fill({ assigned_to: ids.saku, due_on: '2026-04-30', subject_kind: 'contract' }))

  await clock('2026-05-01T00:30:00+03:00')
  const before = (await ledger()).length
  assert.equal((await night()).contracts, 2)
  assert.equal((await sales('GET', `/contracts/${fixed.id}`)).json().state, 'ended')
  assert.equal((await sales('GET', `/contracts/${renewing.id}`)).json().endsOn, '2027-04-30')
  assert.deepEqual((await ledger()).slice(before).sort(), [
    'contract.ended by register',
    'contract.renewed by register',
  ])
})
