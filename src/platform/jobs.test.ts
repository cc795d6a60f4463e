import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { aRegister, type TestRegister } from '#test/register'
import { prepareJobs, runJobs } from './jobs.ts'
import { withLogin } from './pools.ts'

async function aWorker({ db }: TestRegister) {
  const url = withLogin(db.url, db.loginOf('worker'), db.secretOf('worker'))
  await prepareJobs(db.url, url)
  return { url, login: db.loginOf('worker') }
}

test('when jobs are stopped none of their connections is left, and the database can go', async () => {
  const register = await aRegister()
  const { url, login } = await aWorker(register)
  for (let round = 0; round < 5; round++) {
    const jobs = await runJobs(url, [{ name: 'rest', work: async () => {}, at: '0 0 1 1 *' }])
    await jobs.stop()
    assert.equal(await connectionsOf(register, login), 0)
  }
})

test('a connection that is lost while jobs run is told, and they go on by another', async (t) => {
  const register = await aRegister()
  const { url, login } = await aWorker(register)
  const told = t.mock.method(console, 'error', () => undefined)
  let worked = 0
  const work = async () => void worked++
  const jobs = await runJobs(url, [{ name: 'count', work, hears: 'anything' }])
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = ${login} and datname = current_database()`.execute(register.db.owner())
  await soon(async () => worked > 1 && (await connectionsOf(register, login)) > 0)
  await jobs.stop()
  assert.match(told.mock.calls.map(({ arguments: [said] }) => said).join('\n'), /^jobs: a connection was lost: ./m)
})

async function connectionsOf({ db }: TestRegister, login: string) {
  const { rows } = await sql`select from pg_stat_activity
    where usename = ${login} and datname = current_database()`.execute(db.owner())
  return rows.length
}

async function soon(look: () => Promise<boolean>) {
  for (const until = Date.now() + 15_000; Date.now() < until; await pause(50)) if (await look()) return
  throw new Error('it did not come to pass')
}
