import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { buildApp } from '#app'
import { openPools } from '#platform/pools'
import { running } from '#statement'
import { anApp, host, origin } from '#test/app'
import { rememberedFor, rememberSessions } from '../../src/access/remembered-sessions.ts'
import { newSecret } from '../../src/access/secret.ts'
import type { Database } from '../../src/database.ts'
import { ground } from '../../src/ground.ts'
import { settingsOf } from '../template.ts'

// Two servers of one register, each with pools of its own, as two processes have them.
const { app, register, ids } = await anApp()
const owner = register.db.owner()
const otherDb = openPools<Database>(settingsOf(register.db.url))
const otherRegister = await running<Database>(otherDb, ground, register.now)
const otherApp = await buildApp(otherRegister, { secret: 'a secret for tests only', publicUrl: origin })
const memories = [await rememberSessions(register.db), await rememberSessions(otherDb)]
after(async () => {
  for (const memory of memories) await memory.stop()
  await otherApp.close()
  await otherDb.close()
})

async function aSession(who: keyof typeof ids = 'saku') {
  const { secret, digest } = newSecret()
  const at = register.now()
  const { id } = await owner
    .insertInto('auth.session')
    .values({
      digest,
      staff_id: ids[who],
      proof: 'two-factor',
      device: 'Test',
      opened_at: at,
      seen_at: at,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const headers = { cookie: `seloste=${secret}`, host, origin }
  const asked = async (on: typeof app, url = '/api/v1/people?limit=1') =>
    (await on.inject({ method: 'GET', url, headers })).statusCode
  return { id, headers, here: () => asked(app), there: () => asked(otherApp) }
}

const endHere = ({ id, headers }: Awaited<ReturnType<typeof aSession>>) =>
  app.inject({ method: 'DELETE', url: `/api/v1/sessions/${id}`, headers })

/** Milliseconds until it answers so. */
async function until(answer: () => Promise<number>, status: number) {
  const began = performance.now()
  while ((await answer()) !== status) {
    if (performance.now() - began > 10_000) throw new Error(`never ${status}`)
    await pause(1) // an answer from memory waits for nothing, and so would keep the notice waiting
  }
  return performance.now() - began
}

test('a session is remembered for a moment: a hundred requests ask the database once', async () => {
  const session = await aSession()
  assert.equal(await session.here(), 200)
  let asked = 0
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
    if (/from auth\.session/.test((args[0] as { text?: string }).text ?? '')) asked += 1
    return Reflect.apply(query, this, args)
  } as typeof query
  for (let n = 0; n < 20; n += 1)
    assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map(session.here)), Array(5).fill(200))
  pg.Client.prototype.query = query
  assert.ok(asked <= 5, `${asked} questions`)
})

test('after an end was acknowledged, its server answers no request under the session', async () => {
  for (let round = 0; round < 20; round += 1) {
    const session = await aSession()
    assert.deepEqual(await Promise.all([1, 2, 3].map(session.here)), [200, 200, 200])
    const busy = Array.from({ length: 8 }, session.here)
    assert.equal((await endHere(session)).statusCode, 204)
    assert.deepEqual(await Promise.all([1, 2, 3].map(session.here)), [401, 401, 401], `round ${round}`)
    await Promise.all(busy)
  }
})

test('it ends on every other server at the notice, long before what is remembered grows old', async () => {
  const times: number[] = []
  for (let round = 0; round < 10; round += 1) {
    const session = await aSession()
    assert.equal(await session.there(), 200)
    await endHere(session)
    times.push(await until(session.there, 401))
  }
  assert.ok(Math.max(...times) < rememberedFor / 2, `${times.map(Math.round)} ms`)
})

test('a duty withdrawn and an account closed act at once, whoever wrote it and however', async () => {
  const session = await aSession('helmi')
  assert.equal(await session.there(), 200)
  await sql`update register.staff_duty set withdrawn_at = now() where staff_id = ${ids.helmi}`.execute(owner)
  assert.ok((await until(session.there, 403)) < rememberedFor / 2)
  await sql`update register.staff_duty set withdrawn_at = null where staff_id = ${ids.helmi}`.execute(owner)
  assert.ok((await until(session.there, 200)) < rememberedFor / 2)
  await sql`update register.staff set state = 'closed', closed_at = now() where id = ${ids.helmi}`.execute(owner)
  assert.ok((await until(session.there, 401)) < rememberedFor / 2)
})

test('a server that hears nothing remembers nothing, and listens anew by itself', async () => {
  const session = await aSession()
  assert.equal(await session.there(), 200)
  const listening = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen%standing_changed%'`
  await listening.execute(owner)
  await pause(50)
  await sql`update auth.session set ended_at = now() where id = ${session.id}`.execute(owner)
  assert.equal(await session.there(), 401)

  const again = await aSession()
  assert.equal(await again.there(), 200)
  await pause(800)
  assert.equal(await again.there(), 200)
  await sql`update auth.session set ended_at = now() where id = ${again.id}`.execute(owner)
  assert.ok((await until(again.there, 401)) < rememberedFor / 2)
})

test('where a notice is lost on its way, the session still ends within the time it is remembered', async () => {
  const session = await aSession()
  assert.equal(await session.there(), 200)
  await owner.transaction().execute(async (silent) => {
    await sql`set local session_replication_role = replica`.execute(silent)
    await sql`update auth.session set ended_at = now() where id = ${session.id}`.execute(silent)
  })
  assert.ok((await until(session.there, 401)) < rememberedFor * 2)
})
