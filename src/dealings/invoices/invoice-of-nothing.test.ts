import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'

const { as, ledger } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const { id: company } = (
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
).json()
const line = (id: string, part: object = {}) => ({
  ...{ id, text: 'Näyte', unit: 'kpl', quantity: 2000, unitPrice: 0, discount: 0, vatRate: 2550, ...part },
})

async function issued(lines: object[]) {
  const { id } = (await billing('POST', '/invoices/drafts', { company, lines })).json()
  const answer = await billing('POST', `/invoices/${id}/issue`, {})
  assert.equal(answer.statusCode, 200, answer.body)
  return id as string
}
const seen = async (id: string) => (await billing('GET', `/invoices/${id}`)).json()
const credit = (id: string, lines?: object[]) =>
  billing('POST', `/invoices/${id}/credit`, { reason: 'Näytteet palautettiin', ...(lines && { lines }) })

test('an invoice that comes to nothing is settled when it is issued, and a credit note of nothing makes it credited', async () => {
  const id = await issued([line('a'), line('b')])
  assert.deepEqual([(await seen(id)).status, (await seen(id)).openCents], ['paid', 0])
  const before = (await ledger()).length
  const first = await credit(id, [{ id: 'a', quantity: 2000 }])
  assert.equal(first.statusCode, 201, first.body)
  assert.equal((await seen(id)).status, 'paid', 'a line of it is left')
  assert.equal((await credit(id)).statusCode, 201)
  const { status, creditNotes, creditedCents } = await seen(id)
  assert.deepEqual(
    [status, creditedCents, creditNotes.map((note: { amountCents: number }) => note.amountCents)],
    ['credited', 0, [0, 0]],
  )
  assert.equal((await credit(id)).json().code, 'NOTHING_TO_CREDIT')
  assert.deepEqual((await ledger()).slice(before), ['invoice.credited by bo', 'invoice.credited by bo'])
})

test('so is one whose discount takes all of it, or of words alone; a part of it that would be a sum is refused', async () => {
  const id = await issued([line('a', { unitPrice: 500_000 }), line('b', { quantity: -2000, unitPrice: 500_000 })])
  assert.equal((await credit(id, [{ id: 'a', quantity: 1000 }])).json().code, 'CREDIT_BEYOND_INVOICE')
  assert.equal((await credit(id, [{ id: 'b', quantity: -1000 }])).json().code, 'NOTHING_TO_CREDIT')
  for (const one of [id, await issued([line('a', { quantity: 0 })])]) {
    assert.equal((await seen(one)).status, 'paid')
    assert.equal((await credit(one)).statusCode, 201)
    assert.equal((await seen(one)).status, 'credited')
    assert.equal((await credit(one)).json().code, 'NOTHING_TO_CREDIT')
  }
})

test('an order billed to nothing waits to be billed again once that is credited', async () => {
  const made = await sales('POST', '/orders', { company, title: 'Näytteet', billedFrom: 'order', lines: [line('a')] })
  assert.equal(made.statusCode, 201, made.body)
  const order = made.json().id
  const waits = async () =>
    (await billing('GET', '/to-bill')).json().items.some(({ id }: { id: string }) => id === order)
  assert.equal(await waits(), true)
  const { items } = (
    await billing('POST', '/billing-rounds', { items: [{ kind: 'order', id: order }], until: 'issued' })
  ).json()
  assert.equal(await waits(), false)
  assert.equal((await credit(items[0].invoice)).statusCode, 201)
  assert.equal(await waits(), true)
})
