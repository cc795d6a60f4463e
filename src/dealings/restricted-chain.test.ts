import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { remindOfTasks } from '#work'
import { keepChain } from './keep-chain.ts'

const { as, register, ids } = await anApp()
const [sales, service, billing, privacy] = [as('saku'), as('helmi'), as('bo'), as('ingrid')]
const owner = register.db.owner()
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const lines = [{ id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 3000, unitPrice: 5_000_000, vatRate: 2550 }]
const gone = { lines: [{ line: 'a', quantity: 1000 }] }
const { id: person } = await made('/people', { values: { 'person.name': 'Maija Mäki' }, source: 'order' })
const { id: firm } = await made('/companies', { values: { 'org.name': 'Harjun Saha Oy' }, source: 'order' })
const anEnquiry = () =>
  made('/enquiries', { channel: 'phone', message: 'Tarvitsen kiukaan.', source: 'contact', person })
const [enquiry, another, third] = [await anEnquiry(), await anEnquiry(), await anEnquiry()]
const opportunity = await made('/opportunities', { person, title: 'Kiuas' })
const request = await made('/quote-requests', { person, title: 'Kiuas', source: 'contact' })
const draft = await made('/quotes', { person, lines })
const sent = await made('/quotes', { person, lines })
await made(`/quotes/${sent.id}/sending`, {})
const order = await made('/orders', { person, lines })
const deliver = async () => {
  const { id } = await made(`/orders/${order.id}/deliveries`, gone, service)
  await made(`/deliveries/${id}/state`, { event: 'delivery' }, service)
  return id as string
}
const [delivery] = [await deliver(), await deliver()]
const aContract = async (party: object) => {
  const { id } = await made('/contracts', {
    ...{ ...party, title: 'Huolto', startsOn: '2026-03-01', endsOn: '2026-04-10', noticeMonths: 1, lines },
    billingMonths: 1,
  })
  await made(`/contracts/${id}/state`, { event: 'signing' })
  return id as string
}
const [contract, others] = [await aContract({ person }), await aContract({ company: firm })]
const task = await made('/tasks', {
  ...{ person, title: 'Soita', assignedTo: ids.saku, remindAt: '2026-03-02T11:00:00+02:00' },
})

const parties = { person }
const deeds: [who: typeof sales, path: string, body: object][] = [
  [sales, `/enquiries/${enquiry.id}/opportunity`, {}],
  [sales, `/enquiries/${another.id}/quote-request`, {}],
  [sales, `/enquiries/${third.id}/quote`, {}],
  [sales, `/opportunities/${opportunity.id}/quote-request`, {}],
  [sales, `/opportunities/${opportunity.id}/quote`, {}],
  [sales, `/quote-requests/${request.id}/quote`, {}],
  [sales, `/quotes/${draft.id}/sending`, {}],
  [sales, `/quotes/${sent.id}/acceptance`, { version: 1, name: 'Maija Mäki' }],
  [service, `/orders/${order.id}/deliveries`, gone],
  [billing, `/deliveries/${delivery}/invoice`, {}],
  [billing, `/orders/${order.id}/invoice`, {}],
  [billing, `/contracts/${contract}/invoice`, {}],
  [sales, '/quotes', { ...parties, lines }],
  [sales, '/orders', { ...parties, lines }],
  [sales, '/contracts', { ...parties, title: 'Toinen' }],
  [service, '/assignments', { ...parties, title: 'Asennus' }],
  [service, '/warranties', { ...parties, item: 'Kiuas', startsOn: '2026-03-01', endsOn: '2027-03-01' }],
  [service, '/complaints', { ...parties, text: 'Rikki' }],
]
const tables = ['opportunity', 'quote_request', 'quote', 'quote_version', 'sales_order', 'delivery', 'contract']
const counted = async () => {
  const all = [...tables, 'assignment', 'warranty', 'complaint', 'invoice', 'task', 'notification']
  const counts = await Promise.all(
    all.map((table) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(`register.${table}`)}`.execute(owner),
    ),
  )
  return Object.fromEntries(all.map((table, n) => [table, counts[n]?.rows[0]?.n]))
}
const night = () =>
  keepChain(register, { by: 'register', duty: 'worker', purpose: 'retention', at: register.now(), under: '1' })

test('Art. 18: nothing is made of anything that is somebody’s whose data are restricted, by press or by night', async () => {
  await made(`/people/${person}/restrictions`, { reason: 'accuracy' }, privacy)
  const before = await counted()
  for (const [who, path, body] of deeds) {
    const answer = await who('POST', path, body)
    const said = `${path}: ${answer.body}`
    // What it would be made of is out of sight, or whom it is about is named as restricted.
    assert.ok(answer.statusCode === 404 || answer.json().code === 'PERSON_RESTRICTED', said)
  }
  await made('/billing-rounds', { items: [{ kind: 'order', id: order.id }], until: 'draft' }, billing)
  assert.equal(
    await remindOfTasks(
      register as never,
      { send: async () => assert.fail('no mail'), close: () => undefined },
      'https://x.example',
    ),
    0,
  )
  assert.deepEqual(await counted(), before)

  const asked = await night()
  assert.equal(asked.asked, 1, 'the other customer’s contract is asked about all the same')
  const { rows } = await sql`select subject_id as id from register.task where subject_id is not null`.execute(owner)
  assert.deepEqual(rows, [{ id: others }])
})

test('Art. 18(3): once it is lifted, all of it goes on', async () => {
  await sql`update register.restriction set lifting_told_at = since, lifted_at = since, told_via = 'letter'`.execute(
    owner,
  )
  for (const [who, path, body] of deeds) {
    const answer = await who('POST', path, body)
    assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  }
  assert.equal((await night()).asked, 1)
  assert.equal(
    await remindOfTasks(
      register as never,
      { send: async () => undefined, close: () => undefined },
      'https://x.example',
    ),
    1,
  )
  assert.equal((await sales('GET', `/tasks/${task.id}`)).statusCode, 200)
})
