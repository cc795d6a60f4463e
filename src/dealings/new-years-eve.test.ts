import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'

// The reduced rate was 14 % until 31 December 2025 and is 13.5 % from 1 January 2026 (AVL § 85).
const { as, register } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const owner = register.db.owner()
const clock = async (at: string) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${at}, seen_at = ${at}`.execute(owner)
}
const [eve, midnight] = ['2025-12-31T23:58:00+02:00', '2026-01-01T00:02:00+02:00']

const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok([200, 201, 204].includes(answer.statusCode), `${path}: ${answer.body}`)
  return answer.body ? answer.json() : null
}
const seen = async (path: string) => (await billing('GET', path)).json()
const line = { id: 'a', text: 'Opas', unit: 'kpl', quantity: 3000, unitPrice: 1_000_000, vatRate: 1400 }
await clock('2025-12-31T12:00:00+02:00')
const company = (
  await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy', ...anAddress }, source: 'contact' })
).id
const anOrder = () => made('/orders', { company, lines: [line], paymentDays: 14 })
const deliver = async (order: string, quantity: number) => {
  const { id } = await made(`/orders/${order}/deliveries`, { lines: [{ line: 'a', quantity }] }, service)
  await made(`/deliveries/${id}/state`, { event: 'delivery' }, service)
  return id
}
const bill = async (order: string) => (await made(`/orders/${order}/invoice`, {}, billing)).id
const issue = async (id: string) => {
  await made(`/invoices/${id}/issue`, {}, billing)
  return seen(`/invoices/${id}`)
}
const rates = ({ byVat }: { byVat: { rate: number; net: number; vat: number }[] }) =>
  byVat.map(({ rate, net, vat }) => [rate, net, vat])

test('delivered before midnight and invoiced after it: the old year’s rate, the new year’s day, number and due day', async () => {
  await clock(eve)
  const order = await anOrder()
  assert.deepEqual([(await seen(`/orders/${order.id}`)).orderedOn], ['2025-12-31'])
  await deliver(order.id, 3000)
  const early = await issue(await bill((await delivered()).id))
  await clock(midnight)
  const invoice = await issue(await bill(order.id))
  assert.deepEqual(rates(invoice), [[1400, 30_000, 4200]])
  assert.deepEqual([invoice.deliveredOn, invoice.issuedOn, invoice.dueOn], ['2025-12-31', '2026-01-01', '2026-01-15'])
  assert.equal(Number(invoice.number), Number(early.number) + 1, 'the series goes on, without a gap')
  const { rows } = await sql<{ fiscal_year_end: string }>`
    select fiscal_year_end from register.invoice where id in (${early.id}, ${invoice.id}) order by number`.execute(
    owner,
  )
  assert.deepEqual(
    rows.map((one) => one.fiscal_year_end),
    ['2025-12-31', '2026-12-31'],
  )
})

test('ordered before midnight and delivered after it: the new rate on the agreed price', async () => {
  await clock(eve)
  const order = await anOrder()
  await clock(midnight)
  await deliver(order.id, 3000)
  const invoice = await issue(await bill(order.id))
  assert.deepEqual(rates(invoice), [[1350, 30_000, 4050]])
  assert.equal(invoice.deliveredOn, '2026-01-01')
  assert.equal((await seen(`/orders/${order.id}`)).lines[0].vatRate, 1400, 'what was ordered stays as it was')
})

test('delivered in part on both sides of midnight: two invoices, each at the rate of its days', async () => {
  await clock(eve)
  const order = await anOrder()
  await deliver(order.id, 1000)
  await clock(midnight)
  await deliver(order.id, 2000)
  const [first, second] = [await issue(await bill(order.id)), await issue(await bill(order.id))]
  assert.deepEqual([first.deliveredOn, rates(first)], ['2025-12-31', [[1400, 10_000, 1400]]])
  assert.deepEqual([second.deliveredOn, rates(second)], ['2026-01-01', [[1350, 20_000, 2700]]])
  const none = await billing('POST', `/orders/${order.id}/invoice`, {})
  assert.equal(none.json().code, 'ORDER_NOTHING_TO_BILL')
})

test('a contract signed at the old rate is billed at the new one, once in each period', async () => {
  await clock(eve)
  const wish = { company, title: 'Lehti', startsOn: '2025-12-01', billingMonths: 1, lines: [line] }
  const contract = await made('/contracts', wish)
  await made(`/contracts/${contract.id}/state`, { event: 'signing' })
  const invoiced = async () => issue((await made(`/contracts/${contract.id}/invoice`, {}, billing)).id)
  assert.deepEqual(rates(await invoiced()), [[1400, 30_000, 4200]])
  await clock(midnight)
  assert.deepEqual(rates(await invoiced()), [[1350, 30_000, 4050]])
  assert.equal((await billing('POST', `/contracts/${contract.id}/invoice`, {})).json().code, 'CONTRACT_BILLED')
})

test('quoted at the old rate, accepted and delivered after midnight: the quote holds its price, the invoice the new rate', async () => {
  await clock(eve)
  const { id } = await made('/quotes', { company, title: 'Oppaat', lines: [line], validUntil: '2026-01-31' })
  await made(`/quotes/${id}/sending`, {})
  await clock(midnight)
  await made(`/quotes/${id}/acceptance`, { version: 1, name: 'Maija Mäki' })
  const { order } = (await sales('GET', `/quotes/${id}`)).json()
  assert.equal((await seen(`/orders/${order}`)).orderedOn, '2026-01-01')
  await deliver(order, 3000)
  const invoice = await issue(await bill(order))
  assert.deepEqual(rates(invoice), [[1350, 30_000, 4050]])
  assert.deepEqual([invoice.deliveredOn, invoice.issuedOn], ['2026-01-01', '2026-01-01'])
})

test('an hour after midnight in Helsinki it is still last year in UTC, and the new year here', async () => {
  await clock('2026-01-01T01:30:00+02:00')
  const refused = await sales('POST', '/orders', { company, lines: [line] })
  assert.equal(refused.json().code, 'VAT_RATE_NOT_IN_FORCE')
  const order = await made('/orders', { company, lines: [{ ...line, vatRate: 1350 }] })
  assert.equal((await seen(`/orders/${order.id}`)).orderedOn, '2026-01-01')
})

async function delivered() {
  const order = await anOrder()
  await deliver(order.id, 3000)
  return order
}
