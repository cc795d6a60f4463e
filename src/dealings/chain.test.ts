import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger, ids } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const owner = register.db.owner()
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok([201, 204].includes(answer.statusCode), `${path}: ${answer.body}`)
  return answer.statusCode === 201 ? answer.json() : null
}
const seen = async (path: string, who = sales) => (await who('GET', path)).json()

const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const buyer = await made('/people', {
  values: { 'person.name': 'Aino Harju', 'person.email': 'aino@harju.example' },
  source: 'contact',
})
const pumps = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 5000, unitPrice: 10_000_000, vatRate: 2550 }
const hours = { id: 'b', text: 'Asennus', unit: 'h', quantity: 2500, unitPrice: 600_000, vatRate: 2550 }
const anOrder = (more: object = {}) => made('/orders', { company: company.id, lines: [pumps, hours], ...more })
const gone = (a: number, b = 0) => ({
  lines: [
    { line: 'a', quantity: a },
    { line: 'b', quantity: b },
  ],
})

test('a direct order makes a prospect a customer, and what was ordered is locked', async () => {
  const before = (await ledger()).length
  const order = await anOrder({
    buyerReference: 'PO-7',
    deliveryAddress: { street: 'Sahatie 1', postcode: '01300', city: 'Vantaa' },
  })
  assert.match(order.number, /^M\d+$/)
  assert.deepEqual([order.state, order.source, order.deliveryAddress.country], ['open', 'order', 'FI'])
  assert.equal((await seen(`/companies/${company.id}`)).relationships[0].state, 'customer')
  await assert.rejects(sql`update register.sales_order set lines = '[]'`.execute(owner), /DOCUMENT_IS_LOCKED/)
  await assert.rejects(sql`delete from register.sales_order`.execute(owner), /DOCUMENT_IS_LOCKED/)
  assert.deepEqual((await ledger()).slice(before), ['relationship.moved by saku', 'order.placed by saku'])
})

test('an order of a private person who was told of the right to refuse is a fact of sale (§ 200(3))', async () => {
  const emailId = (await seen(`/people/${buyer.id}`)).values['person.email'][0].id
  const sale = { productGroup: 'pumput', emailId, toldOfRefusal: true }
  const order = await made('/orders', { person: buyer.id, lines: [pumps], sale })
  const { rows } =
    await sql`select product_group, told_of_refusal, deal, deal_id from register.fact_of_sale where person_id = ${buyer.id}`.execute(
      owner,
    )
  assert.deepEqual(rows, [{ product_group: 'pumput', told_of_refusal: true, deal: 'order', deal_id: order.id }])
})

test('a cancelled order was no sale: its facts go, and whoever bought nothing else is no customer by it (§ 200(3), C1)', async () => {
  const person = await made('/people', { values: { 'person.name': 'Peruva Ostaja' }, source: 'contact' })
  const asked = async () => {
    const { rows } =
      await sql`select tie.state, (select count(*)::int from register.fact_of_sale said where said.person_id = tie.person_id) as facts
      from register.relationship tie where tie.person_id = ${person.id}`.execute(owner)
    return rows
  }
  const sale = { productGroup: 'pumput', emailId: null, toldOfRefusal: true }
  const [one, other] = [
    await made('/orders', { person: person.id, lines: [pumps], sale }),
    await made('/orders', { person: person.id, lines: [pumps], sale }),
  ]
  assert.deepEqual(await asked(), [{ state: 'customer', facts: 2 }])
  const before = (await ledger()).length
  const cancel = (id: string) => sales('POST', `/orders/${id}/state`, { event: 'cancellation', reason: 'Perui' })
  await cancel(one.id)
  assert.deepEqual(await asked(), [{ state: 'customer', facts: 1 }], 'the other order stands')
  await cancel(other.id)
  assert.deepEqual(await asked(), [{ state: 'prospect', facts: 0 }])
  assert.deepEqual((await ledger()).slice(before), [
    ...['order.moved by saku', 'sale.taken-back by saku', 'order.moved by saku', 'sale.taken-back by saku'],
    'relationship.moved by saku',
  ])
})

test('an order goes out in parts, the last of which makes it delivered; more than was ordered needs a reason', async () => {
  const order = await anOrder()
  const plan = (body: object) => service('POST', `/orders/${order.id}/deliveries`, body)
  assert.equal((await sales('POST', `/orders/${order.id}/deliveries`, gone(1000))).json().detail.clause, 'S5.10')
  const first = (await plan({ ...gone(2000, 2500), note: 'Ovi B' })).json()
  assert.deepEqual([first.state, first.number, first.lines[0].text], ['planned', null, 'Lämpöpumppu'])
  assert.equal((await service('POST', `/deliveries/${first.id}/state`, { event: 'delivery' })).statusCode, 204)
  const half = await seen(`/orders/${order.id}`)
  assert.deepEqual(
    [half.state, half.coming],
    [
      'open',
      [
        { line: 'a', ordered: 5000, gone: 2000, left: 3000 },
        { line: 'b', ordered: 2500, gone: 2500, left: 0 },
      ],
    ],
  )
  const above = await plan(gone(3001))
  assert.deepEqual(
    [above.statusCode, above.json().code, above.json().detail.field],
    [422, 'MORE_THAN_ORDERED', 'reason'],
  )
  assert.equal((await plan(gone(-1000))).json().code, 'NEGATIVE_QUANTITY')
  assert.equal((await plan({ lines: [] })).json().code, 'VALUE_REQUIRED')
  assert.equal((await plan({ lines: [{ line: 'zz', quantity: 1 }] })).json().code, 'VALUE_NOT_VALID')

  const rest = (await plan(gone(3000))).json()
  const other = (await plan(gone(3000))).json()
  assert.equal((await service('POST', `/deliveries/${rest.id}/state`, { event: 'delivery' })).statusCode, 204)
  const twice = await service('POST', `/deliveries/${other.id}/state`, { event: 'delivery' })
  assert.equal(twice.json().code, 'MORE_THAN_ORDERED', 'two plans of the same goods do not both go out')
  assert.equal((await service('POST', `/deliveries/${other.id}/state`, { event: 'cancellation' })).statusCode, 204)
  const whole = await seen(`/orders/${order.id}`)
  assert.deepEqual([whole.state, whole.events], ['delivered', ['closure']])
  assert.match((await seen(`/deliveries/${rest.id}`)).number, /^L\d+$/)
  await assert.rejects(
    sql`update register.delivery set lines = '[{}]' where id = ${rest.id}`.execute(owner),
    /DOCUMENT_IS_LOCKED/,
  )
  await made(`/orders/${order.id}/state`, { event: 'closure' })
  assert.equal((await plan(gone(1000))).json().code, 'ORDER_STATE')
})

test('an order is cancelled only before anything goes out, with a reason', async () => {
  const order = await anOrder()
  const cancel = (reason?: string) => sales('POST', `/orders/${order.id}/state`, { event: 'cancellation', reason })
  assert.equal((await cancel()).json().detail.field, 'reason')
  const delivery = await made(`/orders/${order.id}/deliveries`, gone(1000), service)
  assert.equal((await cancel('Peruttu')).json().code, 'ORDER_HAS_GONE_OUT')
  await made(`/deliveries/${delivery.id}/state`, { event: 'cancellation' }, service)
  assert.equal((await cancel('Peruttu')).statusCode, 204)
})

test('a contract is a draft until it is signed; then it has a number and its words are locked', async () => {
  const wish = { company: company.id, title: 'Huoltosopimus', startsOn: '2026-03-02', endsOn: '2027-03-01' }
  const wrong = await sales('POST', '/contracts', { ...wish, renewal: 'automatic' })
  assert.equal(wrong.json().detail.field, 'renewalMonths')
  const draft = await made('/contracts', { ...wish, renewal: 'automatic', renewalMonths: 12, noticeMonths: 3 })
  assert.deepEqual([draft.state, draft.number, draft.noticeBy, draft.source], ['draft', null, '2026-12-01', 'contract'])
  await made(`/contracts/${draft.id}/state`, { event: 'signing' })
  const signed = await seen(`/contracts/${draft.id}`)
  assert.match(signed.number, /^S\d+$/)
  const change = (body: object) =>
    sales('PATCH', `/contracts/${draft.id}`, { payload: body, headers: { 'if-match': String(signed.revision) } })
  assert.equal((await change({ title: 'Toinen' })).json().code, 'CONTRACT_STATE')
  await assert.rejects(sql`update register.contract set title = 'x'`.execute(owner), /DOCUMENT_IS_LOCKED/)
  await made(`/contracts/${draft.id}/state`, { event: 'notice' })
  const noticed = await seen(`/contracts/${draft.id}`)
  assert.deepEqual([noticed.state, noticed.endsOn], ['noticed', '2027-03-01'])
  const early = await sales('POST', `/contracts/${draft.id}/state`, { event: 'ending' })
  assert.equal(early.json().detail.field, 'reason')
})

test('an assignment has a contact list, and whoever is on it once is not put there again', async () => {
  const contact = await made('/people', {
    values: { 'person.name': 'Maija Mäki' },
    company: company.id,
    source: 'order',
  })
  const job = await made('/assignments', { company: company.id, title: 'Pumppujen asennus' }, service)
  assert.match(job.number, /^K\d+$/)
  const list = (body: object) => service('POST', `/assignments/${job.id}/contacts`, body)
  assert.equal((await list({ staff: ids.ellen, task: 'Asentaja' })).statusCode, 201)
  const both = (await list({ person: contact.id, task: 'Vastaanottaja' })).json()
  assert.deepEqual(
    both.list.map((one: Record<string, string>) => [one.staffName, one.personName, one.task]),
    [
      ['Ellen Wirtanen', null, 'Asentaja'],
      [null, 'Maija Mäki', 'Vastaanottaja'],
    ],
  )
  assert.equal((await list({ person: contact.id })).json().code, 'ALREADY_ON_LIST')
  assert.equal((await list({})).json().code, 'VALUE_REQUIRED')
  await made(`/assignments/${job.id}/state`, { event: 'completion', outcome: 'Valmis' }, service)
  assert.equal((await list({ person: buyer.id })).json().code, 'ASSIGNMENT_STATE')
})

test('a card lists the chain of a company, each list to whom it belongs', async () => {
  const chain = await seen(`/companies/${company.id}/chain`)
  assert.ok(chain.orders.items.length >= 3)
  assert.deepEqual([chain.quotes.mayAdd, chain.deliveries.mayAdd, chain.contracts.mayAdd], [true, false, true])
  const asBilling = await seen(`/companies/${company.id}/chain`, billing)
  assert.deepEqual([asBilling.orders.mayAdd, asBilling.contracts.items.length], [false, 1])
  assert.deepEqual(await seen(`/companies/${company.id}/chain`, as('maija')), {
    ...{ quoteRequests: null, quotes: null, orders: null, deliveries: null, contracts: null, assignments: null },
  })
})

test('what has gone out is billed once: each delivery’s lines at the order’s prices, and never twice', async () => {
  const order = await anOrder({ paymentDays: 21 })
  const first = await made(`/orders/${order.id}/deliveries`, gone(2000, 500), service)
  await made(`/deliveries/${first.id}/state`, { event: 'delivery' }, service)
  const bill = (path: string) => billing('POST', path, {})
  const draft = await bill(`/deliveries/${first.id}/invoice`)
  assert.equal(draft.statusCode, 201, draft.body)
  const { rows } = await sql<{ lines: { id: string; quantity: number }[]; net: string; order_id: string }>`
    select lines, net_cents as net, order_id from register.invoice where id = ${draft.json().id}`.execute(owner)
  assert.deepEqual(
    rows.map(({ lines, net, order_id }) => [lines.map((one) => [one.id, one.quantity]), Number(net), order_id]),
    [
      [
        [
          ['a', 2000],
          ['b', 500],
        ],
        203_000,
        order.id,
      ],
    ],
  )
  assert.equal((await bill(`/deliveries/${first.id}/invoice`)).json().code, 'ORDER_NOTHING_TO_BILL')
  assert.equal((await bill(`/orders/${order.id}/invoice`)).json().code, 'ORDER_NOTHING_TO_BILL')
  assert.equal((await sales('POST', `/orders/${order.id}/invoice`, {})).json().detail.clause, 'S5.11')
  const kinds = (await seen(`/orders/${order.id}`, billing)).chain.map(({ kind }: { kind: string }) => kind)
  assert.deepEqual(kinds, ['order', 'delivery', 'invoice'])

  const restored = async (id: string) => (await billing('POST', `/bin/invoice/${id}/restoration`)).statusCode
  assert.equal((await billing('DELETE', `/invoices/${draft.json().id}`)).statusCode, 204)
  assert.equal(await restored(draft.json().id), 204, 'a draft comes back while nobody has billed the same')
  await billing('DELETE', `/invoices/${draft.json().id}`)
  assert.equal((await bill(`/deliveries/${first.id}/invoice`)).statusCode, 201, 'what lies in the bin bills nobody')
  assert.equal(await restored(draft.json().id), 409, 'and does not come back to bill it twice')
})

test('an opportunity says what came of it: its quote, and the order that the quote became', async () => {
  const opportunity = await made('/opportunities', { company: company.id, title: 'Halli' })
  const quote = await made(`/opportunities/${opportunity.id}/quote`, {})
  const steps = async () => {
    const { chain } = (await sales('GET', `/opportunities/${opportunity.id}`)).json()
    return chain.map(({ kind, id }: { kind: string; id: string }) => [kind, id])
  }
  const until = [
    ['opportunity', opportunity.id],
    ['quote', quote.id],
  ]
  assert.deepEqual(await steps(), until)
  await sales('PATCH', `/quotes/${quote.id}`, {
    payload: { lines: [pumps] },
    headers: { 'if-match': `"${quote.revision}"` },
  })
  await made(`/quotes/${quote.id}/sending`, {})
  const { order } = await made(`/quotes/${quote.id}/acceptance`, { version: 1, name: 'Maija Mäki' })
  assert.deepEqual(await steps(), [...until, ['order', order]])
})
