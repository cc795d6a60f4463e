import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { dueOfLate, overdueOf } from './payment-terms.ts'

const { as, register } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const clock = async (at: string | Date) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(owner)
}
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const values = { 'org.name': 'Tarkka Kirjanpito Oy', ...anAddress }
const { id: company } = await made('/companies', { values, source: 'order' }, sales)
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 2000, unitPrice: 500_000, vatRate: 2550 }
const issued = async (day: string, more: object = {}) => {
  await clock(day)
  const { id } = await made('/invoices/drafts', { company, lines: [line], ...more })
  await made(`/invoices/${id}/issue`, {})
  return id as string
}
const card = async (id: string) => (await billing('GET', `/invoices/${id}`)).json()
const due = async (id: string) =>
  (await billing('GET', '/invoices/reminders')).json().items.find((one: { id: string }) => one.id === id)
const credit = (id: string, quantity?: number) =>
  made(`/invoices/${id}/credit`, { reason: 'Sovittu.', ...(quantity ? { lines: [{ id: 'a', quantity }] } : {}) })

test('a part paid, a part credited, then a reminder with late interest: each cent is asked for once, and none that was never owed', async () => {
  const id = await issued('2026-02-02T12:00:00+02:00') // 125.50 €, due 16 February
  await clock('2026-02-20T12:00:00+02:00')
  await made('/payments', { invoice: id, amountCents: 2550 })
  await clock('2026-02-25T12:00:00+02:00')
  await credit(id, 1000) // half of it
  await clock(noon)
  const asks = await due(id)
  // Four days on 62.75 € and ten on 37.25 €, at 10.5 %: what was credited bears no interest from the first day.
  const interest = Math.round(((6275 * 4 + 3725 * 10) * 1050) / 3_650_000)
  assert.deepEqual([asks.late, asks.interest, asks.fee], [3725, interest, 500])
  await made('/reminder-runs', { invoices: [id] })

  const asked = 3725 + interest + 500
  const { id: payment } = await made('/payments', { invoice: id, amountCents: asked + 100 })
  const { openCents, status } = await card(id)
  assert.deepEqual([openCents, status], [0, 'paid'])
  assert.equal((await billing('GET', `/payments/${payment}`)).json().leftCents, 100, 'what nobody asked for waits')
  assert.equal(await due(id), undefined)
})

test('of an invoice that was credited whole after its reminder, neither fee nor interest is taken', async () => {
  const id = await issued('2026-02-02T12:00:00+02:00')
  await clock(noon)
  await made('/reminder-runs', { invoices: [id] })
  await credit(id)
  assert.deepEqual([(await card(id)).status, (await card(id)).openCents], ['credited', 0])
  const { id: payment } = await made('/payments', { invoice: id, amountCents: 13_000 })
  assert.equal((await billing('GET', `/payments/${payment}`)).json().leftCents, 13_000)
  const { items } = (await billing('GET', `/companies/${company}/account`)).json()
  assert.equal(items.find((one: { id: string }) => one.id === id)?.chargesCents ?? 0, 0)
})

test('of instalments of which one is paid, the next is reminded of on its own, with its own day', async () => {
  const terms = [
    { share: 5000, days: 7 },
    { share: 3000, days: 14 },
    { share: 2000, days: 60 },
  ]
  const id = await issued('2026-02-02T12:00:00+02:00', { terms }) // 62.75 € by 9, 37.65 € by 16 February, 25.10 € in April
  await clock('2026-02-09T12:00:00+02:00')
  await made('/payments', { invoice: id, amountCents: 6275 })
  await clock(noon)
  const asks = await due(id)
  const interest = Math.round((3765 * 14 * 1050) / 3_650_000)
  assert.deepEqual([asks.late, asks.interest, asks.invoiceDueOn], [3765, interest, '2026-02-16'])
  const known = (await billing('GET', `/companies/${company}/account`)).json()
  const item = known.items.find((one: { id: string }) => one.id === id)
  assert.deepEqual([item.dueOn, item.late, item.openCents], ['2026-02-16', 14, 6275])
  const [notYet, month, ...older] = known.ages
  assert.deepEqual([notYet, month, older], [2510, 3765, [0, 0, 0]], 'each instalment is as late as it is')
  const { items } = (await billing('GET', '/invoices/aged')).json()
  const aged = items.find((one: { organisationId: string }) => one.organisationId === company)
  assert.deepEqual([aged.ages, aged.invoices, aged.open], [[2510, 3765, 0, 0, 0], 1, 6275])
  const { id: run } = await made('/reminder-runs', { invoices: [id] })
  const [reminder] = (await billing('GET', `/reminder-runs/${run}`)).json().items
  assert.equal(reminder.cents, 3765 + interest + 500)
  const { instalments } = await card(id)
  assert.deepEqual(
    [3765, 3766, 99_999, 0].map((late) => dueOfLate(instalments, late, '2026-03-02')),
    ['2026-02-16', '2026-02-09', '2026-02-09', '2026-02-16'],
    'its paper says the day of what is late, whatever is paid later',
  )
  await made('/payments', { invoice: id, amountCents: 3765 })
  assert.deepEqual([(await card(id)).openCents, (await card(id)).standing], [2510, 'partly-paid'])
})

test('a credit larger than what is open leaves the customer a credit, which is refunded or pays another invoice, once', async () => {
  const [id, other] = [await issued('2026-02-02T12:00:00+02:00'), await issued('2026-02-03T12:00:00+02:00')]
  await clock(noon)
  await made('/payments', { invoice: id, amountCents: 12_000 })
  await credit(id)
  assert.deepEqual([(await card(id)).openCents, (await card(id)).creditedCents], [-12_000, 12_550])
  assert.equal(await due(id), undefined)
  const use = () => billing('POST', `/invoices/${id}/credit-use`, { to: other })
  assert.equal((await use()).json().movedCents, 12_000)
  assert.equal((await use()).json().code, 'NOTHING_TO_MOVE')
  const refund = await billing('POST', '/payments', { invoice: id, amountCents: -1 })
  assert.equal(refund.json().code, 'NOTHING_TO_REFUND')
  assert.deepEqual([(await card(id)).openCents, (await card(other)).openCents], [0, 550])
})

test('at New Year the day is that of Helsinki, and interest goes on with the rate of the new half-year', async () => {
  const id = await issued('2025-12-31T23:30:00+02:00')
  assert.deepEqual([(await card(id)).issuedOn, (await card(id)).dueOn], ['2025-12-31', '2026-01-14'])
  const next = await issued('2026-01-01T00:10:00+02:00') // 22.10 on the last of December by UTC
  assert.equal((await card(next)).issuedOn, '2026-01-01')
  const old = await issued('2025-06-20T12:00:00+03:00', { terms: [{ share: 10_000, days: 5 }] })
  await clock('2025-07-10T12:00:00+03:00')
  // Five days at 3.5 + 8, ten at 2.5 + 8.
  const interest = Math.round((12_550 * (5 * 1150 + 10 * 1050)) / 3_650_000)
  assert.deepEqual([(await due(old)).late, (await due(old)).interest], [12_550, interest])
  await clock(noon)
})

test('half a cent goes away from zero in a line, its VAT and the note that credits it, and nothing is left behind', async () => {
  // 0.005 € without VAT, and a line whose VAT ends at half a cent: 0.20 × 25.5 % is 0.051, 0.10 × 25.5 % is 0.0255.
  const half = { id: 'h', text: 'Ruuvi', unit: 'kpl', quantity: 1000, unitPrice: 50, vatRate: 2550 }
  const odd = { id: 'o', text: 'Mutteri', unit: 'kpl', quantity: 1000, unitPrice: 1000, vatRate: 2550 }
  await clock(noon)
  const { id } = await made('/invoices/drafts', { company, lines: [half, odd] })
  await made(`/invoices/${id}/issue`, {})
  const whole = await card(id)
  assert.deepEqual([whole.netCents, whole.vatCents, whole.amountCents], [11, 3, 14])
  await made(`/invoices/${id}/credit`, { reason: 'Palautus.', lines: [{ id: 'h', quantity: 1000 }] })
  await made(`/invoices/${id}/credit`, { reason: 'Palautus.' })
  const after = await card(id)
  assert.deepEqual([after.creditedCents, after.openCents, after.status], [14, 0, 'credited'])
  assert.equal(overdueOf([{ dueOn: '2026-01-01', cents: 14 }], 0, '2026-03-02'), 0)
})
