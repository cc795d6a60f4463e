import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const lines = [{ id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 5_000_000, vatRate: 2550 }]

const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok([201, 204].includes(answer.statusCode), `${path}: ${answer.body}`)
  return answer.statusCode === 201 ? answer.json() : null
}
const aCompany = async (name: string, source = 'contact') => {
  const { id } = await made('/companies', { values: { 'org.name': name }, source })
  const tie = (await sales('GET', `/companies/${id}/relationships`)).json().items[0].id as string
  return { party: { company: id as string }, tie }
}
const stateOf = async (tie: string) =>
  (await sql<{ state: string }>`select state from register.relationship where id = ${tie}`.execute(register.db.owner()))
    .rows[0]?.state

test('a prospect with a quote that waits for an answer is not turned down before the quote is settled', async () => {
  const { party, tie } = await aCompany('Tarjouspuu Oy')
  const quote = await made('/quotes', { ...party, lines })
  const before = (await ledger()).length
  const refused = await sales('POST', `/relationships/${tie}/ending`, { reason: 'declined' })
  assert.deepEqual(refused.json().detail, { clause: 'S4.4', open: ['quote'], quote: 1 })
  assert.equal((await ledger()).length, before)
  await made(`/quotes/${quote.id}/withdrawal`, {})
  await made(`/relationships/${tie}/ending`, { reason: 'declined' })
  assert.equal(await stateOf(tie), 'rejected')
})

test('a private customer does not leave the desks while an order of theirs waits to be billed', async () => {
  const values = { 'person.name': 'Vilja Mänty' }
  const { id: person } = await made('/people', { values, source: 'contact' })
  const { id: order } = await made('/orders', { person, lines })
  const tie = (await sales('GET', `/people/${person}`)).json().relationships[0].id as string
  const going = { lines: [{ line: 'a', quantity: 1000 }], plannedOn: '2026-03-02' }
  const { id } = await made(`/orders/${order}/deliveries`, going, service)
  await made(`/deliveries/${id}/state`, { event: 'delivery' }, service)
  const refused = await sales('POST', `/relationships/${tie}/ending`, { reason: 'other' })
  assert.deepEqual([refused.statusCode, refused.json().detail.open], [409, ['order']])

  const shown = (await sales('GET', `/relationships/${tie}/open`)).json().items
  const look = (await register.looks()).at(-1)
  assert.deepEqual([look?.people, look?.fields], [[person], ['com.orders']])
  const { number } = (await sales('GET', `/orders/${order}`)).json()
  assert.deepEqual(shown, [{ kind: 'order', count: 1, items: [{ id: order, number }] }])
})

test('what is a representative’s whose data are restricted is counted and not named (Art. 18); the log has whoever was named', async () => {
  const { party, tie } = await aCompany('Edustajan Oy', 'order')
  const aRepresentative = async (name: string) =>
    (await made('/people', { values: { 'person.name': name }, company: party.company, source: 'order' })).id as string
  const [hidden, seen] = [await aRepresentative('Pia Piilo'), await aRepresentative('Nea Näky')]
  await made('/opportunities', { person: hidden, title: 'Pian mökki' })
  await made('/opportunities', { person: seen, title: 'Nean mökki' })
  await made(`/people/${hidden}/restrictions`, { reason: 'accuracy' }, as('ingrid'))

  const [shown] = (await sales('GET', `/relationships/${tie}/open`)).json().items
  const named = shown.items.map(({ number }: { number: string }) => number)
  assert.deepEqual([shown.kind, shown.count, named], ['opportunity', 2, ['Nean mökki']])
  const look = (await register.looks()).at(-1)
  assert.deepEqual([look?.people, look?.fields], [[seen], ['com.quotes']])
})

test('what a duty may not read it does not read by SQL either', async () => {
  const { party, tie } = await aCompany('Laskun Oy', 'order')
  await made(
    '/invoices',
    { ...party, number: '1001', issuedOn: '2026-03-02', dueOn: '2026-03-16', amountCents: 124_000 },
    billing,
  )
  const asService = register.db.as('service')
  const { rows } = await sql<{ id: string }>`select * from seloste.open_in(${tie})`.execute(asService)
  assert.deepEqual(rows, [{ kind: 'invoice', id: rows[0]?.id }])
  const named = sql`select number from seloste.open_named('invoice', ${[rows[0]?.id]})`
  await assert.rejects(named.execute(asService), { code: '42501' })
})

test('whoever does not see what is open is told how much of it there is, and not what', async () => {
  const { party, tie } = await aCompany('Haavan Oy')
  await made('/enquiries', { ...party, channel: 'phone', source: 'contact' })
  const { items } = (await billing('GET', `/relationships/${tie}/open`)).json()
  assert.deepEqual(items, [{ kind: 'enquiry', count: 1, items: [] }])
})

test('what a group company without a relationship of its own has open keeps the last relationship', async () => {
  const { party, tie } = await aCompany('Kahden Oy')
  const other = register.policy().groupCompanies[1]?.id
  await made('/opportunities', { ...party, title: 'Pumput', groupCompany: other })
  const refused = await sales('POST', `/relationships/${tie}/ending`, { reason: 'other' })
  assert.deepEqual(refused.json().detail.open, ['opportunity'])
})

test('of an ending and a new deal at the same moment only one comes to pass', async () => {
  for (const n of Array(12).keys()) {
    const { party, tie } = await aCompany(`Yhtäaikaa ${n} Oy`)
    const [ending, deal] = await Promise.all([
      sales('POST', `/relationships/${tie}/ending`, { reason: 'other' }),
      sales('POST', '/quote-requests', { ...party, title: 'Pumput' }),
    ])
    assert.notEqual(ending.statusCode === 201, deal.statusCode === 201, `${ending.body} ${deal.body}`)
  }
})
