import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { keepChain } from '../keep-chain.ts'

const { as, register, ledger, ids } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const owner = register.db.owner()
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok([201, 204].includes(answer.statusCode), `${path}: ${answer.body}`)
  return answer.statusCode === 201 ? answer.json() : null
}
const seen = async (path: string) => (await sales('GET', path)).json()
const night = () =>
  keepChain(register, { by: 'register', duty: 'worker', purpose: 'retention', at: register.now(), under: '1' })
const lines = [{ id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 5_000_000, vatRate: 2550 }]

/** A customer whose only contract has ended. */
const anEnded = async (name: string) => {
  const company = await made('/companies', { values: { 'org.name': name }, source: 'contact' })
  const party = { company: company.id as string }
  const contract = await made('/contracts', { ...party, title: 'Huolto', endsOn: '2026-12-31' })
  await made(`/contracts/${contract.id}/state`, { event: 'signing' })
  await made(`/contracts/${contract.id}/state`, { event: 'ending', reason: 'Sovittiin' })
  return { party, contract: contract.id as string }
}
const tasksOf = async (contract: string) =>
  (
    await sql<{ title: string; done: boolean }>`
      select title, done_at is not null as done from register.task where subject_id = ${contract}`.execute(owner)
  ).rows
const stateOf = async (company: string) =>
  (
    await sql<{ state: string; end_reason: string | null }>`
      select state, end_reason from register.relationship where organisation_id = ${company}`.execute(owner)
  ).rows[0]

test('when the last contract has ended and nothing is open, its owner gets a task to end the relationship, once (C1)', async () => {
  const { party, contract } = await anEnded('Kivelän Puu Oy')
  assert.deepEqual(await stateOf(party.company), { state: 'customer', end_reason: null }, 'nothing ends by itself')
  const before = (await ledger()).length
  assert.equal((await night()).proposed, 1)
  assert.equal((await night()).proposed, 0)
  assert.deepEqual(await tasksOf(contract), [
    { title: 'Sopimus päättyi, eikä mitään ole auki: päätä asiakassuhde tai jatka sitä', done: false },
  ])
  assert.deepEqual((await ledger()).slice(before), ['task.added by saku', 'contract.end-proposed by saku'])
  assert.equal((await seen(`/contracts/${contract}`)).mayEndRelationship, true)
  assert.deepEqual(await stateOf(party.company), { state: 'customer', end_reason: null })
})

test('one press ends the relationship and settles the task; a second press finds nothing to end', async () => {
  const { party, contract } = await anEnded('Harjun Saha Oy')
  await night()
  const before = (await ledger()).length
  await made(`/contracts/${contract}/relationship-end`, {})
  assert.deepEqual(await stateOf(party.company), { state: 'ended', end_reason: 'contract-ended' })
  assert.deepEqual(
    (await tasksOf(contract)).map(({ done }) => done),
    [true],
  )
  assert.deepEqual((await ledger()).slice(before), ['task.done by saku', 'relationship.ended by saku'])
  const again = await sales('POST', `/contracts/${contract}/relationship-end`, {})
  assert.deepEqual([again.statusCode, again.json().code], [409, 'RELATIONSHIP_HAS_OPEN'])
})

const tieOf = async (company: string) => (await seen(`/companies/${company}/relationships`)).items[0].id as string
const kindsOf: Record<string, string> = {
  'another contract that runs': 'contract',
  'an open order': 'order',
  'what was delivered and not billed': 'order',
  'a quote': 'quote',
  'a request for a quote': 'quote-request',
  'an open opportunity': 'opportunity',
  'an open assignment': 'assignment',
  'an unpaid invoice': 'invoice',
  'a complaint': 'complaint',
  'an enquiry': 'enquiry',
}
const opens: Record<string, (party: { company: string }) => Promise<() => Promise<unknown>>> = {
  'another contract that runs': async (party) => {
    const { id } = await made('/contracts', { ...party, title: 'Toinen' })
    await made(`/contracts/${id}/state`, { event: 'signing' })
    return () => made(`/contracts/${id}/state`, { event: 'ending', reason: 'Sovittiin' })
  },
  'an open order': async (party) => {
    const { id } = await made('/orders', { ...party, lines })
    return () => made(`/orders/${id}/state`, { event: 'cancellation', reason: 'Perui' })
  },
  'what was delivered and not billed': async (party) => {
    const order = await made('/orders', { ...party, lines })
    const going = { lines: [{ line: 'a', quantity: 1000 }], plannedOn: '2026-03-02' }
    const delivery = await made(`/orders/${order.id}/deliveries`, going, service)
    await made(`/deliveries/${delivery.id}/state`, { event: 'delivery' }, service)
    const waits = { kind: 'order', id: order.id, since: '2026-03-02', netCents: 50_000 }
    return () => made('/to-bill/left-unbilled', { ...waits, reason: 'Takuutyö' }, billing)
  },
  'a quote': async (party) => {
    const { id } = await made('/quotes', { ...party, lines })
    return () => made(`/quotes/${id}/withdrawal`, {})
  },
  'a request for a quote': async (party) => {
    const { id } = await made('/quote-requests', { ...party, title: 'Pumput' })
    return () => made(`/quote-requests/${id}/withdrawal`, {})
  },
  'an open opportunity': async (party) => {
    const { id } = await made('/opportunities', { ...party, title: 'Pumput' })
    return () => sales('DELETE', `/opportunities/${id}`)
  },
  'an open assignment': async (party) => {
    const { id } = await made('/assignments', { ...party, title: 'Asennus' }, service)
    return () => made(`/assignments/${id}/state`, { event: 'completion' }, service)
  },
  'an unpaid invoice': async (party) => {
    const { id } = await made('/invoices', { ...party, number: 'X1', dueOn: '2026-03-30', amountCents: 100 }, billing)
    return () =>
      sql`update register.invoice set status = 'paid', settled_on = '2026-03-02' where id = ${id}`.execute(owner)
  },
  'a complaint': async (party) => {
    const { id } = await made('/complaints', { ...party, text: 'Kiuas ei lämpene' }, service)
    return () =>
      sql`update register.complaint set closed_on = '2026-03-02', outcome = 'x', resolution = 'explained' where id = ${id}`.execute(
        owner,
      )
  },
  'an enquiry': async (party) => {
    const { id } = await made('/enquiries', { ...party, channel: 'phone', source: 'contact' })
    return () => sql`update register.enquiry set state = 'closed', closed_at = now() where id = ${id}`.execute(owner)
  },
}
for (const [what, open] of Object.entries(opens))
  test(`${what} keeps the relationship going until it is settled`, async () => {
    const { party, contract } = await anEnded(`${what} Oy`)
    const settle = await open(party)
    assert.equal((await seen(`/contracts/${contract}`)).mayEndRelationship, false)
    const refused = await sales('POST', `/contracts/${contract}/relationship-end`, {})
    assert.equal(refused.json().code, 'RELATIONSHIP_HAS_OPEN')
    await night()
    assert.deepEqual(await tasksOf(contract), [])
    const tie = await tieOf(party.company)
    const kept = await sales('POST', `/relationships/${tie}/ending`, { reason: 'other' })
    const kind = kindsOf[what] ?? ''
    assert.deepEqual(
      [kept.statusCode, kept.json().code, kept.json().detail.open, kept.json().detail[kind]],
      [409, 'RELATIONSHIP_HAS_OPEN', [kind], 1],
    )
    await settle()
    await night()
    assert.equal((await tasksOf(contract)).length, 1, 'asked once it is settled')
    await made(`/relationships/${tie}/ending`, { reason: 'other' })
    assert.equal((await stateOf(party.company))?.state, 'ended')
  })

test('a duty that does not write the company does not end its relationship', async () => {
  const { contract } = await anEnded('Laskun Oy')
  const refused = await billing('POST', `/contracts/${contract}/relationship-end`, {})
  assert.equal(refused.statusCode, 403)
})

test('whose owner has left, a contract that ends soon is asked of whoever looks after the relationship', async () => {
  const company = await made('/companies', { values: { 'org.name': 'Lähtijän Oy' }, source: 'contact' })
  const { id } = await made('/contracts', {
    company: company.id,
    title: 'Huolto',
    endsOn: '2026-04-30',
    noticeMonths: 1,
  })
  await made(`/contracts/${id}/state`, { event: 'signing' })
  await sql`update register.contract set owner = ${'00000000-0000-7000-8000-000000000000'} where id = ${id}`.execute(
    owner,
  )
  await night()
  assert.deepEqual(await tasksOf(id), [{ title: 'Sopimus päättyy tai jatkuu pian: päätä, mitä tehdään', done: false }])
})

test('who looks after a contract or an assignment is somebody of the house', async () => {
  const company = await made('/companies', { values: { 'org.name': 'Kenen Oy' }, source: 'contact' })
  const { id } = await made('/contracts', { company: company.id, title: 'Huolto' })
  const answers = [
    await sales('PATCH', `/contracts/${id}`, { payload: { owner: 'kuka tahansa' }, headers: { 'if-match': '1' } }),
    await service('POST', '/assignments', { company: company.id, title: 'Asennus', owner: 'kuka tahansa' }),
  ]
  for (const answer of answers)
    assert.deepEqual([answer.statusCode, answer.json().detail.field], [404, 'owner'], answer.body)
})

test('a colleague whose account is closed is no longer chosen, and is still found by what they looked after', async () => {
  await sql`update register.staff set state = 'closed', closed_at = now() where id::text = ${ids.bo}`.execute(owner)
  const named = async (path: string) => (await seen(path)).items.map(({ id }: { id: string }) => id)
  assert.deepEqual([(await named('/colleagues')).includes(ids.bo), await named('/colleagues/left')], [false, [ids.bo]])
})
