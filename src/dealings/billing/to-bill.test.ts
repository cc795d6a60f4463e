import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const owner = register.db.owner()
const clock = async (at: string) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${at}, seen_at = ${at}`.execute(owner)
}
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const firm = async (name: string) =>
  (await made('/companies', { values: { 'org.name': name }, source: 'order' })).id as string
const line = (quantity: number, id = 'a') => ({
  ...{ id, text: 'Työ', unit: 'h', quantity: quantity * 1000, unitPrice: 1_000_000, vatRate: 2550 },
})
const [company, other] = [await firm('Kivelän Puu Oy'), await firm('Toinen Asiakas Oy')]
const anOrder = async (title: string, more: object = {}) =>
  (await made('/orders', { company, title, lines: [line(3)], ...more })).id as string
const deliver = async (order: string, quantity: number) => {
  const { id } = await made(
    `/orders/${order}/deliveries`,
    { lines: [{ line: 'a', quantity: quantity * 1000 }] },
    service,
  )
  await made(`/deliveries/${id}/state`, { event: 'delivery' }, service)
}
const aContract = async (title: string, more: object = {}) => {
  const said = { company: other, title, startsOn: '2026-01-01', lines: [line(1)], billingMonths: 1, ...more }
  const { id } = await made('/contracts', said)
  await made(`/contracts/${id}/state`, { event: 'signing' })
  return id as string
}
type Row = Record<string, unknown> & { id: string; title: string }
const page = async (query = '') => {
  const answer = await billing('GET', `/to-bill${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json() as { items: Row[]; next: string | null }
}
const all = async (query = '') => {
  const rows: Row[] = []
  for (let after: string | null = null; ; ) {
    const { items, next } = await page(`?limit=2${query}${after ? `&after=${after}` : ''}`)
    rows.push(...items)
    if (!next) return rows
    after = next
  }
}
const waits = async (id: string) => (await all()).find((one) => one.id === id)
const bill = async (kind: 'order' | 'contract', id: string) =>
  (await made('/billing-rounds', { items: [{ kind, id }], until: 'draft' }, billing)).items[0] as Record<string, string>

test('an order that is billed as it stands waits from the day it was placed, and is billed once, whatever goes out of it', async () => {
  const work = await anOrder('Asennustyö', { billedFrom: 'order' })
  assert.deepEqual(
    [await waits(work)].map((one) => [one?.billedFrom, one?.since, one?.lines, one?.netCents]),
    [['order', '2026-03-02', 1, 30_000]],
  )
  await deliver(work, 1)
  assert.equal((await waits(work))?.netCents, 30_000)
  assert.equal((await bill('order', work)).code, null)
  await deliver(work, 2)
  assert.equal(await waits(work), undefined)
  assert.equal((await bill('order', work)).code, 'ORDER_NOTHING_TO_BILL')
})

test('whoever writes orders says later, too, that one is billed as it stands; what was invoiced is not offered again', async () => {
  const order = await anOrder('Ennakko')
  assert.equal(await waits(order), undefined, 'nothing of it went out')
  await deliver(order, 1)
  await bill('order', order)
  const choose = (billedFrom: string, who = sales) => who('POST', `/orders/${order}/billing`, { billedFrom })
  const before = (await ledger()).length
  assert.equal((await choose('order')).statusCode, 204)
  assert.deepEqual((await ledger()).slice(before), ['order.billing-chosen by saku'])
  assert.equal((await waits(order))?.netCents, 20_000)
  assert.equal((await choose('deliveries')).statusCode, 204)
  assert.equal(await waits(order), undefined)
  assert.equal((await choose('order', billing)).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await choose('whim')).statusCode, 422)
  const cancelled = await anOrder('Peruttu', { billedFrom: 'order' })
  await made(`/orders/${cancelled}/state`, { event: 'cancellation', reason: 'Asiakas perui.' })
  assert.equal(await waits(cancelled), undefined)
  const late = await sales('POST', `/orders/${cancelled}/billing`, { billedFrom: 'order' })
  assert.equal(late.json().code, 'ORDER_STATE')
})

test('a draft that goes into the bin gives back what it billed, and one that is taken back hides it again', async () => {
  const order = await anOrder('Luonnos roskiin', { billedFrom: 'order' })
  const { invoice } = await bill('order', order)
  assert.equal(await waits(order), undefined)
  const { revision } = (await billing('GET', `/invoices/${invoice}`)).json()
  assert.equal((await billing('DELETE', `/invoices/${invoice}?revision=${revision}`)).statusCode, 204)
  assert.equal((await waits(order))?.netCents, 30_000)
  await bill('order', order)
})

test('of a contract that was billed elsewhere until a day, older periods are not offered; billing says so, too', async () => {
  const known = await aContract('Tuotiin mukana', { startsOn: '2024-01-01', billedUntil: '2026-02-28' })
  assert.deepEqual(
    [await waits(known)].map((one) => [one?.since, one?.until, one?.periods]),
    [['2026-03-01', '2026-03-31', 1]],
  )
  const late = await aContract('Huomattiin myöhemmin', { startsOn: '2025-01-01' })
  assert.deepEqual(
    [await waits(late)].map((one) => [one?.since, one?.periods]),
    [['2025-01-01', 15]],
  )
  const until = (day: string | null, who = billing) => who('POST', `/contracts/${late}/billed-until`, { day })
  const before = (await ledger()).length
  assert.equal((await until('2026-01-15')).statusCode, 204)
  assert.deepEqual((await ledger()).slice(before), ['contract.billed-elsewhere by bo'])
  assert.deepEqual(
    [await waits(late)].map((one) => [one?.since, one?.periods]),
    [['2026-01-16', 3]],
    'the days that follow are billed, where part periods are billed by days',
  )
  assert.equal((await until('2024-12-31')).json().code, 'BILLED_BEFORE_BEGUN')
  assert.equal((await until('2026-02-30')).json().code, 'VALUE_NOT_VALID')
  assert.equal((await until('2026-03-31', sales)).statusCode, 204, 'sales writes contracts')
  assert.equal(await waits(late), undefined)
  assert.equal((await bill('contract', late)).code, 'CONTRACT_BILLED')
  assert.equal((await until(null)).statusCode, 204, 'a slip is taken back')
  assert.equal((await waits(late))?.since, '2025-01-01')
  await until('2026-03-31')
  assert.equal(
    (await as('maija')('POST', `/contracts/${late}/billed-until`, { day: null })).json().code,
    'FIELD_NOT_OF_DUTY',
  )
})

test('a period is billed once, whatever day of supply its draft is given', async () => {
  const contract = await aContract('Päivä vaihtuu', { startsOn: '2026-02-01' })
  const { invoice } = await bill('contract', contract)
  const changed = await billing('PATCH', `/invoices/${invoice}`, { deliveredOn: null, revision: 1 })
  assert.equal(changed.statusCode, 204, changed.body)
  assert.equal((await waits(contract))?.since, '2026-03-01')
  await bill('contract', contract)
  assert.equal(await waits(contract), undefined)
})

test('a period whose draft was deleted or whose invoice was credited is offered again, before the later ones', async () => {
  const contract = await aContract('Väli jäi')
  const months = async () => {
    const row = await waits(contract)
    return [row?.since, row?.periods]
  }
  const [january, february] = [await bill('contract', contract), await bill('contract', contract)]
  assert.deepEqual(await months(), ['2026-03-01', 1])
  const { revision } = (await billing('GET', `/invoices/${january.invoice}`)).json()
  assert.equal((await billing('DELETE', `/invoices/${january.invoice}?revision=${revision}`)).statusCode, 204)
  assert.deepEqual(await months(), ['2026-01-01', 2])
  const anew = await bill('contract', contract)
  assert.equal((await billing('GET', `/invoices/${anew.invoice}`)).json().deliveredOn, '2026-01-31')
  assert.deepEqual(await months(), ['2026-03-01', 1])
  await made(`/invoices/${february.invoice}/issue`, {}, billing)
  await made(`/invoices/${february.invoice}/credit`, { reason: 'Väärä hinta' }, billing)
  assert.deepEqual(await months(), ['2026-02-01', 2])
  await bill('contract', contract)
  await bill('contract', contract)
  assert.deepEqual(await months(), [undefined, undefined])
})

test('the periods of a contract that is for a fixed time wait until its end, and no longer', async () => {
  const fixed = await aContract('Määräaikainen', { startsOn: '2025-11-01', endsOn: '2026-01-31', renewal: 'fixed' })
  assert.equal((await waits(fixed))?.periods, 3)
  await made(`/contracts/${fixed}/billed-until`, { day: '2026-01-31' }, billing)
  assert.equal(await waits(fixed), undefined)
})

test('an invoice that is deleted after its time puts nothing back: what was billed stays billed', async () => {
  const contract = await aContract('Vanha sopimus')
  const order = await anOrder('Vanha tilaus', { billedFrom: 'order' })
  const invoices = []
  for (const kind of ['contract', 'contract', 'order'] as const) {
    const { invoice } = await bill(kind, kind === 'order' ? order : contract)
    await made(`/invoices/${invoice}/issue`, {}, billing)
    invoices.push(invoice)
  }
  const seen = async () => [(await waits(contract))?.since, (await waits(order))?.since]
  assert.deepEqual(await seen(), ['2026-03-01', undefined])
  const gone = sql`delete from register.invoice where id = any(${invoices}::uuid[]) returning id`
  assert.equal((await gone.execute(register.db.as('retention'))).rows.length, 3)
  assert.deepEqual(await seen(), ['2026-03-01', undefined])
  await sql`update register.contract set bills_next = null where id = ${contract}`.execute(owner)
  await made(`/orders/${order}/state`, { event: 'closure', reason: 'Valmis' })
  assert.deepEqual(await seen(), ['2026-03-01', undefined], 'nor does what is counted later')
  assert.equal((await bill('order', order)).code, 'ORDER_NOTHING_TO_BILL')
})

test('the last period of a contract that has ended is billed, and none that would begin after its end', async () => {
  const contract = await aContract('Päättyi', { startsOn: '2026-02-01', endsOn: '2026-02-28' })
  await made(`/contracts/${contract}/state`, { event: 'ending', on: '2026-02-28' })
  assert.deepEqual(
    [await waits(contract)].map((one) => [one?.since, one?.until, one?.periods]),
    [['2026-02-01', '2026-02-28', 1]],
  )
  assert.equal((await bill('contract', contract)).code, null)
  assert.equal(await waits(contract), undefined)
})

test('a contract from the last of January bills February from its last day', async () => {
  await clock('2026-02-28T12:00:00+02:00')
  const contract = await aContract('Kuun lopusta', { startsOn: '2026-01-31', billedUntil: '2026-02-27' })
  assert.deepEqual(
    [await waits(contract)].map((one) => [one?.since, one?.until]),
    [['2026-02-28', '2026-03-30']],
  )
  await clock('2026-03-02T12:00:00+02:00')
})

test('the list comes a page at a time, complete and nothing twice, of one customer where one is meant, and is summed', async () => {
  for (let n = 0; n < 6; n += 1) await anOrder(`Työ ${n}`, { billedFrom: 'order' })
  const rows = await all()
  const whole = (await page('?limit=100')).items
  assert.deepEqual(rows, whole)
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
  assert.ok(rows.length > 6)
  const sum = (of: readonly Row[]) => of.reduce((all, { netCents }) => all + Number(netCents), 0)
  const said = (await billing('GET', '/to-bill/sum')).json()
  assert.deepEqual([said.rows, said.netCents, said.more], [rows.length, sum(rows), false])
  const upTo = async (most: number) => (await billing('GET', `/to-bill/sum?most=${most}`)).json()
  assert.deepEqual(await upTo(2), { ...(await upTo(2)), rows: 2, netCents: sum(rows.slice(0, 2)), more: true })
  assert.deepEqual(await upTo(rows.length), said)
  const ofOther = await all(`&company=${other}`)
  assert.ok(ofOther.length > 0 && ofOther.every((one) => one.company === other))
  const { rows: counted } = (await billing('GET', `/to-bill/sum?company=${other}`)).json()
  assert.equal(counted, ofOther.length)
  assert.equal((await all('&groupCompany=valo-huolto')).length, 0)
  assert.equal((await billing('GET', '/to-bill?after=x')).json().code, 'CURSOR_NOT_VALID')
  assert.equal((await sales('GET', '/to-bill/sum')).json().code, 'FIELD_NOT_OF_DUTY')

  const [first] = await all()
  const { next } = await page('?limit=1')
  await bill(first?.kind as 'order', first?.id ?? '')
  const rest = await page(`?limit=100&after=${next}`)
  assert.deepEqual(
    rest.items.map(({ id }) => id),
    rows.slice(1).map(({ id }) => id),
    'what was billed between two pages shifts nothing',
  )
})
