import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { billingPeriod } from './contract.ts'

const { as, register } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const clock = async (at: string) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${at}, seen_at = ${at}`.execute(owner)
}
const lines = [{ id: 'a', text: 'Huolto', unit: 'kk', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }]

test('a period of a contract is billed once; its draft may be discarded, and the next period is a new one', async () => {
  const { id: company } = (
    await sales('POST', '/companies', { values: { 'org.name': 'Sopimus Oy' }, source: 'contract' })
  ).json()
  const made = await sales('POST', '/contracts', {
    ...{ company, title: 'Huolto', startsOn: '2026-01-31', endsOn: '2027-01-30', billingMonths: 1, lines },
  })
  assert.equal(made.statusCode, 201, made.body)
  const { id } = made.json()
  await sales('POST', `/contracts/${id}/state`, { event: 'signing' })
  const bill = () => billing('POST', `/contracts/${id}/invoice`, {})

  assert.equal((await bill()).statusCode, 201, 'the first period, which nobody billed in its time, comes first')
  const both = await Promise.all([bill(), bill()])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [201, 409])
  assert.equal((await bill()).json().code, 'CONTRACT_BILLED')
  const draft = both.find(({ statusCode }) => statusCode === 201)?.json().id
  const { revision } = (await billing('GET', `/invoices/${draft}`)).json()
  assert.equal((await billing('DELETE', `/invoices/${draft}?revision=${revision}`)).statusCode, 204)
  assert.equal((await bill()).statusCode, 201)
  await clock('2026-03-30T12:00:00+03:00')
  assert.equal((await bill()).json().code, 'CONTRACT_BILLED')
  await clock('2026-03-31T12:00:00+03:00')
  assert.equal((await bill()).statusCode, 201)
})

test('a missed period is billed first, on its own last day, until the contract has caught up', async () => {
  await clock('2026-03-02T12:00:00+02:00')
  const values = { 'org.name': 'Jäljessä Oy' }
  const { id: company } = (await sales('POST', '/companies', { values, source: 'contract' })).json()
  const term = { title: 'Huolto', startsOn: '2025-12-15', billingMonths: 1 }
  const { id } = (await sales('POST', '/contracts', { company, ...term, lines })).json()
  await sales('POST', `/contracts/${id}/state`, { event: 'signing' })
  const bill = () => billing('POST', `/contracts/${id}/invoice`, {})
  const waits = async () => (await billing('GET', '/to-bill')).json().items.find((one: { id: string }) => one.id === id)
  const days = []
  for (let n = 0; n < 3; n += 1) {
    const { since } = await waits()
    const { deliveredOn } = (await billing('GET', `/invoices/${(await bill()).json().id}`)).json()
    days.push([since, deliveredOn])
  }
  assert.deepEqual(days, [
    ['2025-12-15', '2026-01-14'],
    ['2026-01-15', '2026-02-14'],
    ['2026-02-15', '2026-03-02'],
  ])
  assert.equal(await waits(), undefined)
  assert.deepEqual([(await bill()).json().code], ['CONTRACT_BILLED'])
})

test('of a contract that ended in the middle of a period that period is billed on its last day, at the rate of that day', async () => {
  await clock('2025-12-20T12:00:00+02:00')
  const { id: company } = (
    await sales('POST', '/companies', { values: { 'org.name': 'Päättyi Kesken Oy' }, source: 'contract' })
  ).json()
  const reduced = lines.map((line) => ({ ...line, vatRate: 1400 }))
  const term = { title: 'Lehti', startsOn: '2025-11-15', billingMonths: 3, lines: reduced }
  const { id } = (await sales('POST', '/contracts', { company, ...term })).json()
  await sales('POST', `/contracts/${id}/state`, { event: 'signing' })
  const ended = await sales('POST', `/contracts/${id}/state`, { event: 'ending', on: '2025-12-20', reason: 'Sovittu' })
  assert.equal(ended.statusCode, 204, ended.body)
  await clock('2026-01-10T12:00:00+02:00') // the reduced rate is 13.5 % from New Year's Day
  const row = (await billing('GET', '/to-bill?limit=100')).json().items.find((one: { id: string }) => one.id === id)
  assert.deepEqual([row.since, row.until, row.periods], ['2025-11-15', '2025-12-20', 1])
  const draft = (await billing('POST', `/contracts/${id}/invoice`, {})).json().id
  const { deliveredOn, lines: billed } = (await billing('GET', `/invoices/${draft}`)).json()
  assert.deepEqual([deliveredOn, billed[0].vatRate], ['2025-12-20', 1400])
  assert.equal((await billing('POST', `/contracts/${id}/invoice`, {})).json().code, 'CONTRACT_BILLED')
  await clock('2026-03-31T12:00:00+03:00')
})

test('every day of a contract falls into one period, and periods follow one another', () => {
  const day = fc
    .date({ min: new Date('2026-01-31'), max: new Date('2036-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.constantFrom(1, 3, 6, 12), (one, months) => {
      const { from, to } = billingPeriod('2026-01-31', months, one)
      assert.ok(from <= one && one <= to, `${from} ${one} ${to}`)
      const next = new Date(`${to}T00:00:00Z`)
      next.setUTCDate(next.getUTCDate() + 1)
      assert.equal(
        billingPeriod('2026-01-31', months, next.toISOString().slice(0, 10)).from,
        next.toISOString().slice(0, 10),
      )
    }),
  )
})

const signedFrom = async (term: object, name: string) => {
  const { id: company } = (
    await sales('POST', '/companies', { values: { 'org.name': name, ...anAddress }, source: 'contract' })
  ).json()
  const { id } = (
    await sales('POST', '/contracts', { company, title: 'Huolto', billingMonths: 1, lines, ...term })
  ).json()
  await sales('POST', `/contracts/${id}/state`, { event: 'signing' })
  return id as string
}
const billed = async (id: string) => {
  const answer = await billing('POST', `/contracts/${id}/invoice`, {})
  if (answer.statusCode !== 201) return answer.json().code
  const { lines, netCents, deliveredOn } = (await billing('GET', `/invoices/${answer.json().id}`)).json()
  return [lines[0].text, netCents, deliveredOn]
}
const waiting = async (id: string) => {
  const row = (await billing('GET', '/to-bill?limit=100')).json().items.find((one: { id: string }) => one.id === id)
  return row && [row.since, row.until, row.periods, row.netCents]
}

test('a period that the end cuts short is billed by its days; when the end is put off, the days that follow wait too, and come to the whole', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const id = await signedFrom({ startsOn: '2026-03-01', endsOn: '2026-03-17' }, 'Kesken Oy')
  assert.deepEqual(await waiting(id), ['2026-03-01', '2026-03-17', 1, 5484])
  assert.deepEqual(await billed(id), ['Huolto, 1.3.2026–17.3.2026 (17/31 pv)', 5484, '2026-03-17'])
  assert.equal(await billed(id), 'CONTRACT_BILLED')
  const renewed = await sales('POST', `/contracts/${id}/state`, { event: 'renewal', endsOn: '2026-12-31' })
  assert.equal(renewed.statusCode, 204, renewed.body)
  assert.deepEqual(await waiting(id), ['2026-03-18', '2026-03-31', 1, 4516])
  assert.deepEqual(await billed(id), ['Huolto, 18.3.2026–31.3.2026 (14/31 pv)', 4516, '2026-03-20'])
  assert.equal(await billed(id), 'CONTRACT_BILLED')
})

test('what was billed elsewhere until the middle of a period leaves its last days, unless part periods are billed whole; what was issued stays', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const id = await signedFrom({ startsOn: '2026-01-15', billedUntil: '2026-01-31' }, 'Siirtyi Oy')
  assert.deepEqual(await waiting(id), ['2026-02-01', '2026-02-14', 3, 4516])
  const { revision } = (await sales('GET', `/contracts/${id}`)).json()
  const say = (partPeriods: string, seen: number) =>
    sales('PATCH', `/contracts/${id}`, { payload: { partPeriods }, headers: { 'if-match': String(seen) } })
  assert.equal((await say('whole', revision)).statusCode, 200)
  assert.deepEqual(await waiting(id), ['2026-02-15', '2026-03-14', 2, 10_000])
  assert.equal((await say('days', revision + 1)).statusCode, 200)
  assert.deepEqual(await billed(id), ['Huolto, 1.2.2026–14.2.2026 (14/31 pv)', 4516, '2026-02-14'])
  assert.equal((await say('whole', revision + 2)).statusCode, 200)
  assert.deepEqual(await billed(id), ['Huolto', 10_000, '2026-03-14'])
})

test('an invoice that does not say until when it bills covers its period whole, also once it is deleted after its time', async () => {
  await clock('2026-04-20T12:00:00+03:00')
  const id = await signedFrom({ startsOn: '2026-02-15' }, 'Laskutettu Oy')
  const draft = (await billing('POST', `/contracts/${id}/invoice`, {})).json().id
  assert.deepEqual((await waiting(id)).slice(0, 2), ['2026-03-15', '2026-04-14'])
  await sql`update register.invoice set period_until = null, delivered_on = '2026-03-20' where id = ${draft}`.execute(
    owner,
  )
  assert.deepEqual(await waiting(id), ['2026-04-15', '2026-05-14', 1, 10_000])
  const issued = await billing('POST', `/invoices/${draft}/issue`, {})
  assert.equal(issued.statusCode, 200, issued.body)
  const gone = sql`delete from register.invoice where id = ${draft} returning id`
  assert.equal((await gone.execute(register.db.as('retention'))).rows.length, 1)
  assert.deepEqual(await waiting(id), ['2026-04-15', '2026-05-14', 1, 10_000])
})

test('contracts from before part periods were known are billed whole as they were; those entered since by days', async () => {
  await clock('2026-05-20T12:00:00+03:00')
  const term = { startsOn: '2026-01-15', billedUntil: '2026-03-31' }
  const before = await signedFrom(term, 'Vanha Oy')
  assert.deepEqual((await waiting(before)).slice(0, 2), ['2026-04-01', '2026-04-14'])
  const migration = new URL('../../../migrations/0275-billed-whole-before.sql', import.meta.url)
  const [marked = ''] = /^update register\.contract .*$/m.exec(await readFile(migration, 'utf8')) ?? []
  await sql.raw(marked).execute(owner)
  assert.deepEqual(await waiting(before), ['2026-04-15', '2026-05-14', 2, 10_000])
  const since = await signedFrom(term, 'Uusi Oy')
  assert.deepEqual((await waiting(since)).slice(0, 2), ['2026-04-01', '2026-04-14'])
})
