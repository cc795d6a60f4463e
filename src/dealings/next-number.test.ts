import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type Act, type Occasion, perform } from '#ledger'
import { kills } from '#test/kills'
import { aRegister, noon } from '#test/register'
import { testServer } from '#test/server'
import { beginSeries, type NumberedKind, nextNumber } from './next-number.ts'

const register = await aRegister()
const occasion: Occasion = { by: 'bo', duty: 'billing', purpose: 'bookkeeping', at: noon, under: '1' }
const issue = (kind: NumberedKind, company = 'a', refuse = false) =>
  perform(register.db, occasion, async (act) => {
    const number = await nextNumber(act as unknown as Act<never>, company, kind)
    if (refuse) throw new Error('refused')
    await act.record({ what: 'number.taken', about: company, detail: { number } })
    return number
  })

test('those who issue at the same moment get numbers in a row, also when some of them are refused', async () => {
  const wishes = Array.from({ length: 60 }, (_, n) => issue('invoice', 'a', n % 3 === 0))
  const numbers = (await Promise.allSettled(wishes)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  assert.deepEqual(
    numbers.map(Number).sort((a, b) => a - b),
    Array.from({ length: 40 }, (_, n) => 1001 + n),
  )
  assert.equal(await issue('invoice', 'another'), '1001', 'each group company has its own series')
})

test('a series that has given numbers neither jumps, begins again nor goes away, whoever asks', async () => {
  for (const change of [
    sql`update register.number_series set next = next + 2 where kind = 'invoice'`,
    sql`update register.number_series set next = 1001 where kind = 'invoice'`,
    sql`update register.number_series set next = next + 1, prefix = '9' where kind = 'invoice'`,
    sql`delete from register.number_series where kind = 'invoice'`,
    sql`insert into register.number_series (group_company, kind, first, next) values ('b', 'quote', 1, 7)`,
  ])
    await assert.rejects(change.execute(register.db.owner()), { code: '23514' })
  const begin = (groupCompany: string, first: number) =>
    perform(register.db, occasion, (act) =>
      beginSeries(act as unknown as Act<never>, { groupCompany, kind: 'invoice', first }),
    )
  await assert.rejects(begin('a', 5000), { code: 'SERIES_BEGUN' })
  await begin('c', 5000)
  assert.equal(await issue('invoice', 'c'), '5000')
})

test('connections that are killed at any moment while issuing leave no gap', async () => {
  const owner = register.db.owner()
  await sql`create table issued (number integer)`.execute(owner)
  const { rows: here } = await sql<{ name: string }>`select current_database() as name`.execute(owner)
  const connectionString = Object.assign(new URL(await testServer()), { pathname: `/${here[0]?.name}` }).href
  const unsaid = () => undefined // that a connection broke is heard by whoever used it
  const connected = (application_name: string) => {
    const pool = new pg.Pool({ connectionString, max: 6, application_name })
    pool.on('error', unsaid).on('connect', (client) => client.on('error', unsaid))
    return new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  }
  const [killed, spared] = [connected('to be killed'), connected('spared')]
  const take = (db = killed) =>
    db.transaction().execute(async (transaction) => {
      const act = { db: transaction } as unknown as Act<never>
      await sql`insert into issued values (${await nextNumber(act, 'killed', 'invoice')}::integer)`.execute(transaction)
    })
  for (let n = 0; n < kills; n += 1) {
    const wishes = Promise.allSettled(Array.from({ length: 6 }, () => take()))
    await pause(Math.random() * 20)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to be killed'`.execute(
      owner,
    )
    await wishes
  }
  await take(spared) // one that was killed while idle may not have heard of it yet
  await Promise.all([killed.destroy(), spared.destroy()])
  const { rows } = await sql<{ number: number }>`select number from issued order by 1`.execute(owner)
  assert.deepEqual(
    rows.map(({ number }) => number),
    rows.map((_, n) => 1001 + n),
  )
})
