import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'

const { as, ledger } = await anApp()
const [sales, billing, service] = [as('saku'), as('bo'), as('helmi')]
const firm = async (name: string) =>
  (await sales('POST', '/companies', { values: { 'org.name': name, ...anAddress }, source: 'order' })).json()
    .id as string
const [company, other] = [await firm('Kivelän Puu Oy'), await firm('Mäen Sauna Oy')]
const seen = async (who = service) => (await who('GET', `/companies/${company}/dealings`)).json()

test('a claim under a warranty is taken, resolved, and credited by billing with a note that says which complaint it settles', async () => {
  const line = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 2000, unitPrice: 10_000_000, vatRate: 2550 }
  const invoice = (await billing('POST', '/invoices/drafts', { company, lines: [line] })).json().id
  await billing('POST', `/invoices/${invoice}/issue`, {})
  const warranty = (
    await service('POST', '/warranties', {
      ...{ company, item: 'Lämpöpumppu', serial: 'LP-1', startsOn: '2026-01-01', endsOn: '2027-12-31', invoice },
    })
  ).json().id
  const before = (await ledger()).length
  const made = await service('POST', '/complaints', { company, text: 'Toinen pumppu ei käynnisty.', invoice, warranty })
  assert.equal(made.statusCode, 201, made.body)
  const { id } = made.json()
  assert.equal((await service('POST', `/complaints/${id}/taking`)).statusCode, 204)
  assert.ok((await seen()).complaints.items[0].takenOn)
  const closure = { outcome: 'Laite palautettiin.', resolution: 'credited' }
  assert.equal((await billing('POST', `/complaints/${id}/closure`, closure)).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await service('POST', `/complaints/${id}/closure`, closure)).statusCode, 204)
  assert.equal((await service('POST', `/complaints/${id}/taking`)).json().code, 'COMPLAINT_CLOSED')
  const credit = { reason: 'Laite palautettiin', lines: [{ id: 'a', quantity: 1000 }], complaint: id }
  assert.equal((await service('POST', `/invoices/${invoice}/credit`, credit)).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await billing('POST', `/invoices/${invoice}/credit`, credit)).statusCode, 201)
  const { complaints, invoices } = await seen(billing)
  const [complaint] = complaints.items
  assert.deepEqual([complaint.resolution, complaint.invoice, complaint.warranty], ['credited', invoice, warranty])
  assert.deepEqual(
    invoices.items.map(({ kind, openCents, events }: Record<string, unknown>) => [kind, openCents, events]).sort(),
    [
      ['credit-note', 0, []],
      ['invoice', 1_255_00, ['payment', 'collection']],
    ],
  )
  assert.deepEqual((await ledger()).slice(before), [
    'complaint.opened by helmi',
    'complaint.taken by helmi',
    'complaint.closed by helmi',
    'invoice.credited by bo',
  ])
})

test('a claim is refused under another’s warranty, and after its time', async () => {
  const made = async (of: string, endsOn: string) =>
    (await service('POST', '/warranties', { company: of, item: 'Kiuas', startsOn: '2024-01-01', endsOn })).json().id
  const claim = (warranty: string) => service('POST', '/complaints', { company, text: 'Vika', warranty })
  assert.deepEqual((await claim(await made(other, '2027-01-01'))).json().code, 'NOT_FOUND')
  assert.deepEqual((await claim(await made(company, '2025-01-01'))).json().code, 'WARRANTY_OVER')
  const closing = { resolution: 'forgotten' }
  const { id } = (await service('POST', '/complaints', { company, text: 'Vika' })).json()
  assert.equal((await service('POST', `/complaints/${id}/closure`, closing)).json().code, 'INVALID_REQUEST')
})

test('a complaint is about a product or a delivered line, and whoever handles it hears that it was credited', async () => {
  const { id: product } = (
    await sales('POST', '/products', {
      ...{ sku: 'LP-12', names: { fi: 'Lämpöpumppu 12 kW' }, unit: 'pcs', vatCategory: 'S', vatRate: 2550 },
    })
  ).json()
  const line = {
    id: 'a',
    product,
    text: 'Lämpöpumppu',
    unit: 'pcs',
    quantity: 2000,
    unitPrice: 10_000_000,
    vatRate: 2550,
  }
  const order = (await sales('POST', '/orders', { company, lines: [line] })).json().id
  const delivery = (
    await service('POST', `/orders/${order}/deliveries`, { lines: [{ line: 'a', quantity: 2000 }] })
  ).json().id
  await service('POST', `/deliveries/${delivery}/state`, { event: 'delivery' })
  const { items } = (await service('GET', `/companies/${company}/delivered`)).json()
  assert.deepEqual(
    items.map((one: Record<string, unknown>) => [one.delivery, one.order, one.text, one.product]),
    [[delivery, order, 'Lämpöpumppu', product]],
  )
  const complaint = await service('POST', '/complaints', { company, text: 'Pitää ääntä.', product, delivery, order })
  const { id } = complaint.json()
  const refusedAt = async (body: object) => {
    const answer = (await service('POST', '/complaints', { company: other, text: 'Vika', ...body })).json()
    return [answer.code, answer.detail?.field]
  }
  assert.deepEqual(await refusedAt({ delivery }), ['NOT_FOUND', 'delivery'])
  assert.deepEqual(await refusedAt({ order }), ['NOT_FOUND', 'order'])
  assert.deepEqual(await refusedAt({ product: order }), ['NOT_FOUND', 'product'])

  const draft = (await billing('POST', `/orders/${order}/invoice`)).json().id
  await billing('POST', `/invoices/${draft}/issue`, {})
  const elsewhere = (await service('POST', '/complaints', { company: other, text: 'Toinen asia' })).json().id
  const credit = (of: string) =>
    billing('POST', `/invoices/${draft}/credit`, { reason: 'Vika', lines: [{ id: 'a', quantity: 500 }], complaint: of })
  assert.equal((await credit(elsewhere)).json().detail.field, 'complaint')
  const { number } = (await credit(id)).json()
  const of = async (who: typeof service) =>
    (await seen(who)).complaints.items.find((one: { id: string }) => one.id === id)
  assert.deepEqual((await of(service)).product, { id: product, name: 'Lämpöpumppu 12 kW' })
  assert.deepEqual([(await of(service)).creditedOn, (await of(service)).credits], ['2026-03-02', undefined])
  assert.deepEqual(
    (await of(billing)).credits.map((one: Record<string, unknown>) => [one.number, one.amountCents]),
    [[number, -62_750]],
  )
  const card = (await billing('GET', `/invoices/${draft}`)).json()
  assert.deepEqual(card.creditable, { a: 1500 })
})
