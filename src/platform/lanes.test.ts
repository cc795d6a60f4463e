import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { aRegister } from '#test/register'
import { openLanes } from './lanes.ts'
import { withLogin } from './pools.ts'

const { db } = await aRegister({ statement: null })
const config = {
  connectionString: withLogin(db.url, db.loginOf('site'), db.secretOf('site')),
  application_name: 'lane',
}
const lanes = openLanes(config, 2)
after(() => lanes.close())

const many = Array.from({ length: 60 }, (_, n) => n)
const asked = (n: number) =>
  lanes.ask({ name: 'one', text: 'select $1::int as n, pg_backend_pid() as pid', values: [n] })
const fails = () => lanes.ask({ name: 'fault', text: 'select 1 / $1::int', values: [0] })
const open = async () =>
  (await sql<{ pid: number }>`select pid from pg_stat_activity where application_name = 'lane'`.execute(db.owner()))
    .rows

test('what is asked at once is answered each with its own, on no more connections than allowed', async () => {
  const answers = (await Promise.all(many.map(asked))).flat() as { n: number; pid: number }[]
  assert.deepEqual(
    answers.map(({ n }) => n),
    many,
  )
  assert.equal(new Set(answers.map(({ pid }) => pid)).size, 2)
  assert.equal((await open()).length, 2)
})

test('a statement that fails takes nothing with it that stands before or behind it', async () => {
  const mixed = await Promise.allSettled(many.map((n) => (n % 7 === 3 ? fails() : asked(n))))
  for (const [n, one] of mixed.entries()) {
    if (n % 7 !== 3) assert.equal(one.status === 'fulfilled' && (one.value as { n: number }[])[0]?.n, n)
    else assert.equal(one.status === 'rejected' && one.reason.severity, 'ERROR')
  }
})

test('whoever waits on a connection that breaks is told, and the next statement opens another', async () => {
  const waiting = [1, 2, 3].map(() => lanes.ask({ text: 'select pg_sleep($1)', values: [60] }))
  const told = Promise.allSettled(waiting)
  while ((await open()).length < 2) await asked(0)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lane'`.execute(db.owner())
  assert.deepEqual(
    (await told).map(({ status }) => status),
    ['rejected', 'rejected', 'rejected'],
  )
  assert.deepEqual(((await asked(4)) as { n: number }[])[0]?.n, 4)
})

test('nobody is kept waiting by a login that does not come in', async () => {
  const wrong = openLanes({ ...config, connectionString: withLogin(db.url, db.loginOf('site'), 'wrong') }, 2)
  const told = await Promise.allSettled([1, 2, 3].map(() => wrong.ask({ text: 'select 1', values: [] })))
  for (const one of told) assert.equal(one.status === 'rejected' && one.reason.code, '28P01')
  await wrong.close()
})

test('closing waits for what was asked', async () => {
  const closing = openLanes(config, 1)
  const answers = [1, 2].map(() => closing.ask({ text: 'select pg_sleep($1)', values: [0.05] }))
  await Promise.race(answers)
  await closing.close()
  assert.equal((await Promise.all(answers)).length, 2)
})
