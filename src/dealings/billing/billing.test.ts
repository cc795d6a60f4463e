import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp({}, { ports: { mail: { send: async () => undefined } } })
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const values = { 'org.name': 'Kivelän Puu Oy', ...anAddress, 'org.email': 'toimisto@kivela.example' }
const { id: company } = await made('/companies', { values, source: 'order' })
const { id: postal } = await made('/companies', {
  values: { 'org.name': 'Postin Varassa Oy', ...anAddress },
  source: 'order',
})
const line = (id: string, quantity: number) => ({
  ...{ id, text: `Tavara ${id}`, unit: 'kpl', quantity: quantity * 1000, unitPrice: 1_000_000, vatRate: 2550 },
})
const anOrder = async (of: string, title: string) =>
  (await made('/orders', { company: of, title, lines: [line('a', 4), line('b', 2)] })).id as string
const deliver = async (order: string, lines: object[]) => {
  const { id } = await made(`/orders/${order}/deliveries`, { lines }, service)
  await made(`/deliveries/${id}/state`, { event: 'delivery' }, service)
}
// In one order for the test: what waits since the same day and was made in the same millisecond comes in any.
const listed = async (who = billing) => {
  const said = (await who('GET', '/to-bill')).json()
  said.items?.sort((a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title))
  return said
}
const shown = async () =>
  (await listed()).items.map(({ kind, title, lines, netCents }: Record<string, unknown>) => [
    kind,
    title,
    lines,
    netCents,
  ])
const round = async (items: object[], until = 'draft') =>
  (await made('/billing-rounds', { items, until }, billing)).items as Record<string, unknown>[]

const part = await anOrder(company, 'Osa lähti')
await anOrder(company, 'Odottaa vielä')
const work = await anOrder(postal, 'Työ tehtiin')
await deliver(part, [{ line: 'a', quantity: 3000 }])
await made(`/orders/${work}/state`, { event: 'closure', reason: 'Työ on tehty.' })
const contract = await made('/contracts', {
  ...{ company, title: 'Huolto', startsOn: '2026-03-01', lines: [line('a', 1)], billingMonths: 1 },
})
await made(`/contracts/${contract.id}/state`, { event: 'signing' })

test('what went out, what was finished without a delivery and what a contract’s period costs wait to be billed', async () => {
  assert.deepEqual(await shown(), [
    ['contract', 'Huolto', 1, 10_000],
    ['order', 'Osa lähti', 1, 30_000],
    ['order', 'Työ tehtiin', 2, 60_000],
  ])
  const { items } = await listed()
  assert.deepEqual([items[0].since, items[0].until], ['2026-03-01', '2026-03-31'])
  assert.equal((await listed(sales)).code, 'FIELD_NOT_OF_DUTY')
  assert.deepEqual((await billing('GET', '/to-bill?groupCompany=valo-huolto')).json().items, [])
})

test('one press bills many, each on its own: what one is refused for stops only that one, and nothing is billed twice', async () => {
  const before = (await ledger()).length
  const all = (await listed()).items.map(({ kind, id }: Record<string, string>) => ({ kind, id }))
  const billed = await round(all, 'sent')
  assert.deepEqual(
    billed.map(({ kind, number, sent, code }) => [kind, number, sent, code]),
    [
      ['contract', '1001', true, null],
      ['order', '1002', true, null],
      ['order', '1003', false, 'NO_EMAIL_ADDRESS'],
    ],
  )
  assert.deepEqual(
    (await ledger()).slice(before).filter((what) => what.startsWith('invoice')),
    [
      ...['invoice.drafted by bo', 'invoice.issued by bo', 'invoice.drafted by bo', 'invoice.issued by bo'],
      ...['invoice.drafted by bo', 'invoice.issued by bo'],
    ],
  )
  assert.deepEqual(await shown(), [])
  const again = await round(all, 'issued')
  assert.deepEqual(
    again.map(({ code, invoice }) => [code, invoice]),
    [
      ['CONTRACT_BILLED', null],
      ['ORDER_NOTHING_TO_BILL', null],
      ['ORDER_NOTHING_TO_BILL', null],
    ],
  )
  const stranger = await round([{ kind: 'order', id: company }])
  assert.equal(stranger[0]?.code, 'NOT_FOUND')
})

test('a company without an address is billed no more than 400 € with VAT; its draft stays, and is issued when its card has one', async () => {
  const { id: bare } = await made('/companies', { values: { 'org.name': 'Nimi Vain Oy' }, source: 'order' })
  const [small, large] = [await anOrder(bare, 'Pieni'), await anOrder(bare, 'Suuri')]
  await deliver(small, [{ line: 'a', quantity: 3000 }])
  await deliver(large, [{ line: 'a', quantity: 4000 }])
  const items = [small, large].map((id) => ({ kind: 'order', id }))
  const billed = await round(items, 'issued')
  assert.deepEqual(
    billed.map(({ number, code }) => [number, code]),
    [
      ['1004', null],
      [null, 'BUYER_ADDRESS_MISSING'],
    ],
  )
  assert.match(String(billed[1]?.said), /AVL 209 e §|VAT Act/)
  const draft = String(billed[1]?.invoice)
  const refused = await billing('POST', `/invoices/${draft}/issue`, {})
  assert.deepEqual([refused.statusCode, refused.json().detail], [422, { field: 'debtorAddress', clause: 'S5.11' }])
  const change = { payload: { values: anAddress, source: 'contact' }, headers: { 'if-match': '1' } }
  assert.equal((await sales('PATCH', `/companies/${bare}`, change)).statusCode, 200)
  assert.equal((await made(`/invoices/${draft}/issue`, {}, billing)).number, '1005')
  assert.equal((await billing('GET', `/invoices/${draft}`)).json().debtorAddress, 'Sahatie 4\n33100 Tampere')
})

test('goods wait by their quantities: an invoice of the same day that did not contain them hides nothing, one ahead of them does', async () => {
  const early = await anOrder(company, 'Samana päivänä')
  await deliver(early, [{ line: 'a', quantity: 1000 }])
  await round([{ kind: 'order', id: early }])
  assert.deepEqual(await shown(), [])
  await deliver(early, [{ line: 'b', quantity: 1000 }])
  assert.deepEqual(await shown(), [['order', 'Samana päivänä', 1, 10_000]])
  await round([{ kind: 'order', id: early }])

  const ahead = await anOrder(company, 'Maksettu ennakkoon')
  await made(`/orders/${ahead}/invoice`, {}, billing)
  await deliver(ahead, [{ line: 'a', quantity: 4000 }])
  assert.deepEqual(await shown(), [], 'it was invoiced before it went out')
})

test('goods credited because of a complaint are not billed again; goods credited for another reason are', async () => {
  const order = await anOrder(company, 'Hyvitetty')
  await deliver(order, [{ line: 'a', quantity: 2000 }])
  const [billed] = await round([{ kind: 'order', id: order }], 'issued')
  const invoice = String(billed?.invoice)
  const { id: complaint } = await made('/complaints', { company, invoice, text: 'Yksi oli rikki.' }, service)
  const credit = (more: object) =>
    made(`/invoices/${invoice}/credit`, { reason: 'Hyvitys.', lines: [{ id: 'a', quantity: 1000 }], ...more }, billing)
  await credit({ complaint })
  const { chain } = (await billing('GET', `/orders/${order}`)).json()
  assert.deepEqual(
    chain.map(({ kind }: { kind: string }) => kind),
    ['order', 'delivery', 'invoice', 'credit-note'],
  )
  assert.deepEqual(await shown(), [])
  assert.equal((await round([{ kind: 'order', id: order }]))[0]?.code, 'ORDER_NOTHING_TO_BILL')
  await credit({})
  assert.deepEqual(await shown(), [['order', 'Hyvitetty', 1, 10_000]])
  await round([{ kind: 'order', id: order }])
})

test('what nobody expected stops one of a round, and what the others got to is told', async () => {
  const [broken, whole] = [await anOrder(company, 'Rikki'), await anOrder(company, 'Ehjä')]
  for (const order of [broken, whole]) await deliver(order, [{ line: 'a', quantity: 1000 }])
  const owner = register.db.owner()
  await sql`create or replace function public.break_one() returns trigger language plpgsql as $$
    begin if new.order_id = ${sql.lit(broken)}::uuid then raise exception 'broken'; end if; return new; end $$`.execute(
    owner,
  )
  await sql`create trigger break_one before insert on register.invoice for each row execute function public.break_one()`.execute(
    owner,
  )
  const billed = await round([broken, whole].map((id) => ({ kind: 'order', id })))
  await sql`drop trigger break_one on register.invoice`.execute(owner)
  assert.deepEqual(
    billed.map(({ code, invoice }) => [code, invoice !== null]),
    [
      ['FAULT', false],
      [null, true],
    ],
  )
  await round([{ kind: 'order', id: broken }])
})

test('what goes out later is billed later, and the next period of a contract waits on its first day', async () => {
  await deliver(part, [
    { line: 'a', quantity: 1000 },
    { line: 'b', quantity: 2000 },
  ])
  assert.deepEqual(await shown(), [['order', 'Osa lähti', 2, 30_000]])
  const [draft] = await round([{ kind: 'order', id: part }])
  assert.deepEqual([draft?.number, draft?.code], [null, null])
  assert.deepEqual(await shown(), [], 'a draft is on its way already')
  await register.setClock('2026-04-01T00:30:00+03:00')
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(
    register.db.owner(),
  )
  assert.deepEqual(await shown(), [['contract', 'Huolto', 1, 10_000]])
})
