import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { creditedAmong } from './left-unbilled.ts'

const { as, ledger } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const { id: company } = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 3000, unitPrice: 1_000_000, vatRate: 2550 }
const anOrder = async (title: string, more: object = {}) =>
  (await made('/orders', { company, title, lines: [line], ...more })).id as string
const aContract = async (title: string) => {
  const said = { company, title, startsOn: '2026-01-01', lines: [line], billingMonths: 1 }
  const { id } = await made('/contracts', said)
  await made(`/contracts/${id}/state`, { event: 'signing' })
  return id as string
}
interface Row {
  kind: 'order' | 'contract'
  id: string
  since: string
  netCents: number
  periods: number
  credited: { number: string }[]
}
const waits = async (id: string): Promise<Row | undefined> =>
  (await billing('GET', '/to-bill?limit=100')).json().items.find((one: Row) => one.id === id)
const issued = async (kind: 'order' | 'contract', id: string) => {
  const round = await made('/billing-rounds', { items: [{ kind, id }], until: 'issued' }, billing)
  assert.equal(round.items[0].code, null)
  return round.items[0].invoice as string
}
const credit = async (invoice: string, more: object = {}) =>
  (await made(`/invoices/${invoice}/credit`, { reason: 'Väärä hinta', ...more }, billing)).number as string
const leave = async (id: string, more: object = {}, who = billing) => {
  const { kind, since, netCents } = (await waits(id)) ?? { kind: 'order', since: '2026-03-02', netCents: 0 }
  return who('POST', '/to-bill/left-unbilled', { kind, id, since, netCents, reason: 'Takuutyö', ...more })
}
const leftOf = async (id: string, kind = 'orders') =>
  (await billing('GET', `/${kind}/${id}`)).json().leftUnbilled as { id: string; reason: string }[]

test('what was credited wholly and not billed again waits, and says by which credit note: of an order, of work, of a contract', async () => {
  const goods = await anOrder('Tavaraa')
  const { id: delivery } = await made(
    `/orders/${goods}/deliveries`,
    { lines: [{ line: 'a', quantity: 3000 }] },
    service,
  )
  await made(`/deliveries/${delivery}/state`, { event: 'delivery' }, service)
  const work = await anOrder('Työ tehtiin')
  await made(`/orders/${work}/state`, { event: 'closure', reason: 'Valmis' })
  const contract = await aContract('Huolto')
  for (const [kind, id] of [
    ['order', goods],
    ['order', work],
    ['contract', contract],
  ] as const) {
    assert.deepEqual((await waits(id))?.credited, [])
    const number = await credit(await issued(kind, id))
    const again = await waits(id)
    assert.deepEqual([again?.netCents, again?.credited.map((note) => note.number)], [30_000, [number]], kind)
  }
  assert.equal((await waits(contract))?.since, '2026-01-01')
  await issued('contract', contract)
  assert.deepEqual((await waits(contract))?.credited, [], 'the next period was never credited')
})

test('of finished work that was credited in part nothing is billed again by itself', async () => {
  const work = await anOrder('Hintaa alennettiin')
  await made(`/orders/${work}/state`, { event: 'closure', reason: 'Valmis' })
  const invoice = await issued('order', work)
  await credit(invoice, { lines: [{ id: 'a', quantity: 1000 }] })
  assert.equal(await waits(work), undefined)
  await credit(invoice)
  assert.equal((await waits(work))?.netCents, 30_000)
})

test('a period that was paid and then credited wholly waits again; one that was credited for a complaint does not', async () => {
  const paid = await aContract('Maksettu ensin')
  const invoice = await issued('contract', paid)
  const { amountCents } = (await billing('GET', `/invoices/${invoice}`)).json()
  await made('/payments', { invoice, amountCents }, billing)
  await credit(invoice)
  assert.equal((await billing('GET', `/invoices/${invoice}`)).json().standing, 'to-refund')
  assert.deepEqual([(await waits(paid))?.since, (await waits(paid))?.periods], ['2026-01-01', 3])

  const blamed = await aContract('Huonoa huoltoa')
  const of = await issued('contract', blamed)
  const { id: complaint } = await made('/complaints', { company, invoice: of, text: 'Kukaan ei käynyt.' }, service)
  await credit(of, { complaint })
  assert.deepEqual([(await waits(blamed))?.since, (await waits(blamed))?.periods], ['2026-02-01', 2])
})

test('what waits is left unbilled with a reason, stays so whatever is counted anew, and is taken back', async () => {
  const work = await anOrder('Takuutyö', { billedFrom: 'order' })
  const contract = await aContract('Hyvitetty kausi')
  await credit(await issued('contract', contract))
  const before = (await ledger()).length
  for (const [id, kind] of [
    [work, 'orders'],
    [contract, 'contracts'],
  ] as const) {
    assert.equal((await leave(id)).statusCode, 204)
    const [left] = await leftOf(id, kind)
    assert.equal(left?.reason, 'Takuutyö')
  }
  assert.deepEqual((await ledger()).slice(before), ['order.left-unbilled by bo', 'contract.left-unbilled by bo'])
  assert.equal(await waits(work), undefined)
  assert.deepEqual([(await waits(contract))?.since, (await waits(contract))?.periods], ['2026-02-01', 2])
  await made(`/orders/${work}/state`, { event: 'closure', reason: 'Valmis' })
  assert.equal(await waits(work), undefined)
  assert.equal((await billing('POST', `/orders/${work}/invoice`, {})).json().code, 'ORDER_NOTHING_TO_BILL')

  const back = (kind: string, id: string, entry?: string) =>
    billing('POST', '/to-bill/billed-after-all', { kind, id, entry })
  const [ofWork] = await leftOf(work)
  const [ofContract] = await leftOf(contract, 'contracts')
  assert.equal((await back('order', contract, ofContract?.id)).statusCode, 404)
  assert.equal((await back('order', work, ofWork?.id)).statusCode, 204)
  assert.equal((await back('order', work, ofWork?.id)).statusCode, 404, 'once')
  assert.equal((await back('contract', contract, ofContract?.id)).statusCode, 204)
  assert.deepEqual((await ledger()).slice(-2), ['order.billed-after-all by bo', 'contract.billed-after-all by bo'])
  assert.equal((await waits(work))?.netCents, 30_000)
  assert.equal((await waits(contract))?.since, '2026-01-01')
})

test('only what was seen is left: something else waits, nobody says why, or another duty asks, and it is refused', async () => {
  const work = await anOrder('Muuttuu', { billedFrom: 'order' })
  const code = async (more: object, who = billing) => (await leave(work, more, who)).json().code
  assert.equal(await code({ netCents: 29_999 }), 'WAITS_OTHERWISE')
  assert.equal(await code({ since: '2026-03-01' }), 'WAITS_OTHERWISE')
  assert.equal(await code({ reason: '  ' }), 'VALUE_REQUIRED')
  assert.equal(await code({ reason: 'Hetu 131052-308T' }), 'PERSONAL_IDENTITY_CODE')
  assert.equal(await code({}, sales), 'FIELD_NOT_OF_DUTY')
  assert.equal((await waits(work))?.netCents, 30_000)
  const both = await Promise.all([
    leave(work),
    made('/billing-rounds', { items: [{ kind: 'order', id: work }], until: 'draft' }, billing),
  ])
  const isLeft = both[0].statusCode === 204
  assert.equal(both[1].items[0].invoice === null, isLeft, 'of two who bill and leave at once one is told')
  assert.equal(await waits(work), undefined)
})

test('what is billed after a credit note bills first what that took back', () => {
  const of = (id: string, quantity: number) => ({ id, number: id, lines: [{ id: 'a', quantity }] })
  const among = (...history: ReturnType<typeof of>[]) => creditedAmong([{ id: 'a' }], history).map(({ id }) => id)
  assert.deepEqual(among(of('1', 5), of('2', -5)), ['2'])
  assert.deepEqual(among(of('1', 5), of('2', -5), of('3', 5)), [])
  assert.deepEqual(among(of('1', 5), of('2', -2), of('3', -3), of('4', 2)), ['3'])
  assert.deepEqual(among(of('1', 5), of('2', -2), of('3', 1)), ['2'])
  assert.deepEqual(creditedAmong([{ id: 'b' }], [of('1', 5), of('2', -5)]), [])
})
