import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { forgetHandOvers } from './forget-hand-overs.ts'

const { as, ids, register, ledger } = await anApp()
const owner = register.db.owner()
const [sales, admin] = [as('saku'), as('tomas')]
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }
const { id: company } = await made('/companies', { values: { 'org.name': 'Lähtijän Oy' }, source: 'order' })
const tie = (await sales('GET', `/companies/${company}`)).json().relationships[0]
await sales('PATCH', `/relationships/${tie.id}`, {
  payload: { owner: ids.saku },
  headers: { 'if-match': `"${tie.revision}"` },
})
const enquiry = await made('/enquiries', { channel: 'phone', message: 'Paljonko?', company, source: 'quote-request' })
await made(`/enquiries/${enquiry.id}/assignment`, {})
const opportunity = await made('/opportunities', { company, title: 'Pumput' })
const quote = await made('/quotes', { company, title: 'Pumput', lines: [line] })
const order = await made('/orders', { company, lines: [line] })
const done = await made('/orders', { company, lines: [line] })
await made(`/orders/${done.id}/state`, { event: 'cancellation', reason: 'Perui' })
const contract = await made('/contracts', { company, title: 'Huolto' })
await made('/assignments', { company, title: 'Asennus' })
await made('/tasks', { company, title: 'Soita' })
const binned = await made('/opportunities', { company, title: 'Vanha' })
await sales('DELETE', `/opportunities/${binned.id}`)

const work = async (to?: string) => (await admin('GET', `/staff/${ids.saku}/work${to ? `?to=${to}` : ''}`)).json()
const figures = (items: { kind: string; many: number; taken: number | null }[]) =>
  Object.fromEntries(items.map(({ kind, many, taken }) => [kind, taken === null ? many : [many, taken]]))
const ownerOf = async (path: string) => (await sales('GET', path)).json().owner
const told = async (who: string) => {
  const { rows } = await sql<{ kind: string }>`
    select kind from register.notification where staff = ${who} and kind like 'work-%' order by at, id`.execute(owner)
  return rows.map(({ kind }) => kind)
}

test('an administrator sees how much of each kind a colleague has under way, and of it nothing else', async () => {
  const answer = await work()
  const open = { company: 1, enquiry: 1, opportunity: 1, quote: 1, order: 1, contract: 1, assignment: 1, task: 1 }
  assert.deepEqual([figures(answer.items), answer.handedOver], [open, []])
  assert.deepEqual(Object.keys(answer.items[0]), ['kind', 'many', 'taken'])
  for (const who of ['saku', 'ingrid', 'bo'] as const)
    assert.equal((await as(who)('GET', `/staff/${ids.saku}/work`)).statusCode, 403)
})

test('a preview says what the colleague’s duties write: the rest stays where it is (S10.3)', async () => {
  assert.deepEqual(figures((await work(ids.helmi)).items), {
    ...{ company: [1, 0], enquiry: [1, 1], opportunity: [1, 0], quote: [1, 0], order: [1, 0] },
    ...{ contract: [1, 1], assignment: [1, 1], task: [1, 1] },
  })
  const none = await admin('POST', `/staff/${ids.saku}/work/handing`, { to: ids.helmi, kinds: ['quote'] })
  assert.deepEqual([none.statusCode, none.json().code, none.json().detail.clause], [409, 'WORK_NOT_TAKEN', 'S10.3'])
  const self = await admin('POST', `/staff/${ids.saku}/work/handing`, { to: ids.saku })
  assert.equal(self.json().code, 'WORK_NOT_TAKEN')
  assert.equal(await ownerOf(`/contracts/${contract.id}`), ids.saku)
})

test('one deed hands the kinds that are wished over, tells the colleague, and is taken back once within two weeks', async () => {
  const noted = (await ledger()).length
  const kinds = ['contract', 'task', 'quote']
  assert.deepEqual((await made(`/staff/${ids.saku}/work/handing`, { to: ids.helmi, kinds }, admin)).counts, {
    ...{ contract: 1, task: 1 },
  })
  assert.equal(await ownerOf(`/contracts/${contract.id}`), ids.helmi)
  assert.deepEqual((await ledger()).slice(noted), ['work.handed-over by tomas'])
  const { rows } = await sql<{ detail: object }>`
    select payload -> 'detail' as detail from register.ledger_opening where payload ->> 'what' = 'work.handed-over'`.execute(
    owner,
  )
  assert.deepEqual(Object.keys(rows[0]?.detail ?? {}).sort(), ['contract', 'handOver', 'task', 'to'])
  const seen = await work()
  assert.deepEqual(figures(seen.items), { company: 1, enquiry: 1, opportunity: 1, quote: 1, order: 1, assignment: 1 })
  const [record] = seen.handedOver
  assert.deepEqual([record.toName, record.byName, record.mayUndo], ['Helmi Aaltola', 'Tomás Rintala', true])

  // What the colleague has finished meanwhile is theirs.
  await sql`update register.task set done_at = now(), done_by = ${ids.helmi}`.execute(owner)
  assert.deepEqual((await made(`/hand-overs/${record.id}/undo`, {}, admin)).counts, { contract: 1 })
  assert.equal(await ownerOf(`/contracts/${contract.id}`), ids.saku)
  assert.equal((await admin('POST', `/hand-overs/${record.id}/undo`, {})).json().code, 'HAND_OVER_STANDS')
  assert.deepEqual(await told(ids.helmi), ['work-given', 'work-taken-back'])
})

test('a form that was open when its record changed hands is told, and overwrites nothing', async () => {
  const before = (await sales('GET', `/quotes/${quote.id}`)).json().revision
  await admin('PUT', `/staff/${ids.bo}/duties`, { duties: ['billing', 'sales'], reason: 'Sijainen' })
  await made(`/staff/${ids.saku}/work/handing`, { to: ids.bo, kinds: ['quote', 'opportunity'] }, admin)
  const late = await sales('PATCH', `/quotes/${quote.id}`, {
    payload: { title: 'Uusi' },
    headers: { 'if-match': String(before) },
  })
  assert.equal(late.json().code, 'EDITED_MEANWHILE')
  assert.equal(await ownerOf(`/opportunities/${opportunity.id}`), ids.bo)
})

test('who leaves hands their work over with the same press that closes the account; after two weeks it stands', async () => {
  const closed = await admin('POST', `/staff/${ids.saku}/closure`, { successor: ids.bo, work: true })
  assert.equal(closed.json().state, 'closed', closed.body)
  const { items, handedOver } = await work()
  assert.deepEqual(items, [])
  const given = handedOver.filter(({ toName }: { toName: string }) => toName === 'Bo Lindroos')
  assert.equal(given.length, 2)
  assert.equal((await as('bo')('GET', `/orders/${order.id}`)).json().owner, ids.bo)
  await sql`update register.hand_over set at = at - interval '15 days'`.execute(owner)
  assert.equal((await admin('POST', `/hand-overs/${given[0].id}/undo`, {})).json().code, 'HAND_OVER_STANDS')
  const after = (await work()).handedOver
  assert.deepEqual([...new Set(after.map(({ mayUndo }: { mayUndo: boolean }) => mayUndo))], [false], 'no button')

  const night = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' } as const
  assert.equal(await forgetHandOvers(register, night), 2)
  const { rows } = await sql`select from register.hand_over where ids is not null`.execute(owner)
  assert.equal(rows.length, 0)
  assert.deepEqual((await work()).handedOver, after, 'how much it was stays')
})

test('who has left gets no work; what they held already may be changed otherwise', async () => {
  const bo = as('bo')
  for (const path of [`/orders/${order.id}`, `/quotes/${quote.id}`]) {
    const { revision } = (await bo('GET', path)).json()
    const headers = { 'if-match': `"${revision}"`, duty: 'sales' }
    const answer = await bo('PATCH', path, { payload: { owner: ids.saku }, headers })
    assert.deepEqual([answer.statusCode, answer.json().code], [409, 'ACCOUNT_CLOSED'], path)
  }
  await sql`update register.quote set owner = ${ids.saku} where id = ${quote.id}`.execute(owner)
  const { revision } = (await bo('GET', `/quotes/${quote.id}`)).json()
  const headers = { 'if-match': `"${revision}"`, duty: 'sales' }
  const same = await bo('PATCH', `/quotes/${quote.id}`, { payload: { owner: ids.saku, title: 'Toinen' }, headers })
  assert.ok(same.statusCode < 300, same.body)
})
