import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { applyGrants, type Policy } from '#statement'
import { anApp } from '#test/app'
import { ground } from '../../ground.ts'

const { as, register, ids } = await anApp()
const owner = register.db.owner()
const [sales, billing] = [as('saku'), as('bo')]
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const { id: company } = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 3000, unitPrice: 1_000_000, vatRate: 2550 }
const anOrder = async (title: string) =>
  (await made('/orders', { company, title, lines: [line], billedFrom: 'order' })).id as string
const aContract = async (title: string) => {
  const { id } = await made('/contracts', { company, title, startsOn: '2026-01-01', lines: [line], billingMonths: 1 })
  await made(`/contracts/${id}/state`, { event: 'signing' })
  return id as string
}
const waits = async (id: string): Promise<{ since: string; netCents: number } | undefined> =>
  (await billing('GET', '/to-bill?limit=100')).json().items.find((one: { id: string }) => one.id === id)
/** What the database answers billing, whatever SQL it runs. */
const asked = async (call: ReturnType<typeof sql<{ done: boolean }>>) =>
  register.db
    .as('billing')
    .transaction()
    .execute(async (transaction) => {
      await sql`select set_config('seloste.by', ${ids.bo}, true)`.execute(transaction)
      return (await call.execute(transaction)).rows[0]?.done
    })
const leaving = (id: string, entry: unknown) =>
  asked(sql<{ done: boolean }>`select seloste.leave_unbilled(${id}::uuid, ${JSON.stringify(entry)}::jsonb) as done`)
const takingBack = (id: string, entry: string) =>
  asked(sql<{ done: boolean }>`select seloste.bill_after_all(${id}::uuid, ${entry}) as done`)
const whole = {
  ...{ id: '019cadfd-8900-7000-8000-000000000000', at: '2026-03-02T10:00:00Z', reason: 'Takuutyö' },
  lines: [{ id: 'a', quantity: 1000 }],
}
const { lines: _, ...said } = whole
const period = { ...said, since: '2026-01-01', until: '2026-01-31' }

test('what is not said whole is left by nobody, so that what waits can always be counted', async () => {
  const [work, contract] = [await anOrder('Laskettava'), await aContract('Laskettava kausi')]
  for (const entry of [
    ...[null, 'x', 1, [], [whole], {}, said, period, { ...whole, more: 1 }, { ...whole, id: 'x' }, { ...whole, id: 1 }],
    ...[
      { ...whole, at: 'eilen' },
      { ...whole, reason: ' ' },
      { ...whole, reason: 'x'.repeat(1001) },
    ],
    ...[null, 'a', {}, [], ['a'], [null], [{ id: 'a' }], [{ quantity: 1 }]].map((lines) => ({ ...whole, lines })),
    ...['1000', 1.5, -1, 0, 1e18, null].map((quantity) => ({ ...whole, lines: [{ id: 'a', quantity }] })),
    ...['b', null, 1].map((id) => ({ ...whole, lines: [{ id, quantity: 1 }] })),
  ])
    await assert.rejects(leaving(work, entry), { code: '22023' }, JSON.stringify(entry))
  for (const days of [{ since: 'x' }, { until: '2026-02-30' }, { until: '2025-12-31' }, { until: null }, { lines: [] }])
    await assert.rejects(leaving(contract, { ...period, ...days }), { code: '22023' }, JSON.stringify(days))
  await assert.rejects(leaving(contract, whole), { code: '22023' })
  assert.deepEqual([(await waits(work))?.netCents, (await waits(contract))?.since], [30_000, '2026-01-01'])
  assert.deepEqual([await leaving(work, whole), await leaving(contract, period)], [true, true])
  assert.deepEqual([(await waits(work))?.netCents, (await waits(contract))?.since], [20_000, '2026-02-01'])
})

test('Art. 18: what is held after an erasure is left and taken back by nobody, whoever writes orders', async () => {
  const [work, contract] = [await anOrder('Pidossa'), await aContract('Kausi pidossa')]
  await billingAs({ writes: ['com.orders', 'com.contracts'] })
  for (const [id, kind, table, entry] of [
    [work, 'order', 'register.sales_order', whole],
    [contract, 'contract', 'register.contract', period],
  ] as const) {
    const seen = await waits(id)
    const hold = (at: string | null) =>
      sql`update ${sql.table(table)} set held_at = ${at} where id = ${id}`.execute(owner)
    await hold('2026-03-02')
    const settled = await sql`select from ${sql.table(table)} where id = ${id}`.execute(register.db.as('billing'))
    assert.equal(settled.rows.length, 1, 'it is seen, to be settled')
    const leave = { kind, id, since: seen?.since, netCents: seen?.netCents, reason: 'Takuutyö' }
    const refused = await billing('POST', '/to-bill/left-unbilled', leave)
    assert.equal(refused.json().code, 'WAITS_OTHERWISE', kind)
    assert.equal(await leaving(id, entry), false)
    await hold(null)
    assert.equal(await leaving(id, entry), true)
    await hold('2026-03-02')
    assert.equal(await takingBack(id, entry.id), false)
    const back = await billing('POST', '/to-bill/billed-after-all', { kind, id, entry: entry.id })
    assert.equal(back.statusCode, 404)
    await hold(null)
    assert.equal(await takingBack(id, entry.id), true)
  }
})

test('whoever does not reach a customer leaves nothing of theirs unbilled, whatever SQL they run', async () => {
  const [work, contract] = [await anOrder('Muiden'), await aContract('Muiden kausi')]
  await billingAs({ reach: 'own' })
  const outcomes = async () => [
    ...[await leaving(work, whole), await leaving(contract, period)],
    ...[await takingBack(work, whole.id), await takingBack(contract, period.id)],
  ]
  assert.deepEqual(await outcomes(), [false, false, false, false])
  await sql`update register.relationship set owner = ${ids.bo} where organisation_id = ${company}`.execute(owner)
  assert.deepEqual(await outcomes(), [true, true, true, true])
})

/** Publishes nothing: lets the grants and the policy in memory say that billing may this. */
async function billingAs({ writes = [], reach = 'all' }: { writes?: string[]; reach?: 'own' | 'all' }) {
  const policy = register.policy()
  const duty = policy.duties.get('billing')
  assert.ok(duty)
  const next = { ...duty, reach, writes: new Set([...duty.writes, ...writes]) }
  const changed = { ...policy, duties: new Map(policy.duties).set('billing', next as typeof duty) } as Policy
  await owner.transaction().execute((transaction) => applyGrants(register.db, transaction, ground, changed))
  Object.assign(duty, next)
}
