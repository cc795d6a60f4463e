import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { reviewPeriodOf } from './access-review.ts'

const { as, register, ids } = await anApp()
const [admin, privacy, sales] = [as('tomas'), as('ingrid'), as('saku')]
const reviewed = async () => (await privacy('GET', '/access/review')).json()
const seenIn = ({ items }: { items: { duties: { id: string }[] }[] }) =>
  items.flatMap(({ duties }) => duties.map(({ id }) => id))

test('a duty that nobody confirmed is due half a year after it was granted', async () => {
  const { dueOn, last, items } = await reviewed()
  assert.deepEqual([dueOn, last], ['2026-09-02', null])
  assert.deepEqual(
    items
      .find(({ name }: { name: string }) => name.startsWith('Ellen'))
      .duties.map((held: { duty: string }) => held.duty),
    ['sales', 'service'],
  )
  assert.equal((await sales('GET', '/access/review')).statusCode, 403)
})

test('one press says that all of it is still right, and half a year begins anew', async () => {
  await sql`update register.staff_duty set granted_at = '2025-08-01Z'`.execute(register.db.owner())
  assert.equal((await reviewed()).dueOn, '2026-02-01')
  assert.equal(
    (await privacy('POST', '/access/review', { payload: { seen: seenIn(await reviewed()) } })).statusCode,
    204,
  )
  const { dueOn, last } = await reviewed()
  assert.deepEqual([dueOn, last.by], ['2026-09-02', 'Ingrid Sandell'])
  assert.match((await register.ledger()).at(-1) ?? '', /^access.reviewed/)
})

test('nobody confirms a duty that they did not see', async () => {
  const seen = seenIn(await reviewed())
  const granting = { duties: ['sales', 'billing'], reason: 'Loma-ajan sijaisuus' }
  assert.equal((await admin('PUT', `/staff/${ids.saku}/duties`, { payload: granting })).statusCode, 200)
  const answer = await admin('POST', '/access/review', { payload: { seen } })
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'ACCESS_CHANGED'])
  assert.equal((await admin('POST', '/access/review', { payload: { seen: seenIn(await reviewed()) } })).statusCode, 204)
})

test('the statement says how often', () => {
  assert.equal(reviewPeriodOf([null, 'dpa-on-file', 'access-recertified-within-P3M']), 'P3M')
  assert.equal(reviewPeriodOf([]), 'P6M')
})
