import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { logOf } from './access-log.ts'
import { aLedger, occasion, tamper } from './ledger.fixture.ts'
import { look } from './look.ts'
import { dropLogMonths, logMonths, makeLogMonths, sortInLog } from './partitions.ts'

const { db, seal, verify } = await aLedger()
const aino = randomUUID()

const lookAt = (at: string) =>
  logOf(db).write({ ...occasion, at: new Date(at), people: [aino], fields: ['person.email'] })
const openings = async (what: string) => {
  const rows = await db
    .as('sealer')
    .selectFrom('register.ledger_opening')
    .select('payload')
    .orderBy('payload')
    .execute()
  return rows.filter(({ payload }) => payload.what === what).map(({ payload }) => payload)
}
const faults = async () => (await verify()).faults.map(({ code, at }) => `${code} ${at}`)

test('looks that come at once are all in the access log', async () => {
  await Promise.all(Array.from({ length: 300 }, (_, i) => lookAt(`2026-03-01T10:00:00.${String(i).padStart(3, '0')}Z`)))
  const { rows } = await sql<{ count: number }>`select count(*) from register.access_log`.execute(db.as('sealer'))
  assert.equal(rows[0]?.count, 300)
})

test('an entry that cannot be written fails its own look, and the next is written', async () => {
  const broken = logOf(db).write({ ...occasion, people: ['nobody'], fields: [] })
  await assert.rejects(broken, /uuid/)
  await lookAt('2026-03-02T09:00:00Z')
})

test('one bad entry does not take down those that came with it', async () => {
  const first = lookAt('2026-03-01T20:00:00Z')
  const broken = logOf(db).write({ ...occasion, people: ['nobody'], fields: [] })
  const good = lookAt('2026-03-01T20:00:01Z')
  await assert.rejects(broken, /uuid/)
  await Promise.all([first, good])
})

test('a day of the access log enters the ledger once it is over', async () => {
  await seal({ at: new Date('2026-03-02T00:59:00Z') })
  assert.deepEqual(await openings('access-log.sealed'), [])
  await seal({ at: new Date('2026-03-02T01:00:00Z') })
  await seal({ at: new Date('2026-03-02T02:00:00Z') })

  const [sealed, ...more] = await openings('access-log.sealed')
  assert.deepEqual(more, [])
  assert.deepEqual(sealed?.detail, { day: '2026-03-01', rows: 302, sha256: sealed?.detail.sha256 })
  assert.equal(sealed?.by, 'sealer')
  assert.deepEqual(await faults(), [])
})

test('an entry of a sealed day that is changed, removed or invented is found', async () => {
  const one = `(at, id) = (select at, id from register.access_log order by at limit 1)`
  const owner = db.owner()
  for (const change of [
    `update register.access_log set people = '{}' where ${one}`,
    `update register.access_log set at = at + interval '1 microsecond' where ${one}`,
    `update register.access_log set by = 'jonas' where ${one}`,
    `delete from register.access_log where ${one}`,
    `delete from register.access_log where at < '2026-03-02Z'`,
    `insert into register.access_log (at, by, duty, purpose, people, fields, under) values ('2026-03-01T12:00Z', 'x', 'x', 'x', '{}', '{}', '1')`,
  ]) {
    await tamper(db, 'create table register.kept_log as table register.access_log', change)
    assert.deepEqual(await faults(), ['ACCESS_LOG_ALTERED day/2026-03-01'], change)
    await tamper(
      db,
      'delete from register.access_log',
      'insert into register.access_log table register.kept_log',
      'drop table register.kept_log',
    )
    assert.deepEqual(await faults(), [])
  }
  await assert.rejects(sql`update register.access_log set by = 'jonas'`.execute(owner), /LEDGER_IS_APPEND_ONLY/)
})

test('months are made ahead, and entries that came before their month move into it', async () => {
  await lookAt('2025-11-30T23:59:59.999Z')
  await lookAt('2025-12-01T00:00:00Z')
  const at = new Date('2026-03-02T10:00:00Z')
  assert.equal(await makeLogMonths(db, { at, ahead: 2 }), 5)
  assert.equal(await makeLogMonths(db, { at, ahead: 2 }), 0)
  assert.deepEqual(await logMonths(db), ['2025-11', '2025-12', '2026-03', '2026-04', '2026-05'])

  const { rows } = await sql<{ count: number }>`select count(*) from register.access_log_rest`.execute(db.owner())
  assert.equal(rows[0]?.count, 0)
  await lookAt('2026-04-01T00:00:00Z')
  assert.deepEqual(await faults(), [])
})

test('new entries are sorted into the index by a job, not by whoever looks, and are found before and after', async () => {
  const looks = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) from register.access_log where people @> array[${aino}::uuid]`.execute(db.as('sealer'))
    return rows[0]?.count
  }
  await sortInLog(db)
  const before = await looks()
  await lookAt('2026-04-01T12:00:00Z')
  assert.equal(await looks(), Number(before) + 1)
  assert.equal(await sortInLog(db), 1)
  assert.equal(await sortInLog(db), 0)
  assert.equal(await looks(), Number(before) + 1)

  const { rows } = await sql<{ options: string[] }>`
    select coalesce(part.reloptions, '{}') as options from pg_catalog.pg_partition_tree('register.access_log_people'::regclass) held
    join pg_catalog.pg_class part on part.oid = held.relid`.execute(db.owner())
  assert.ok(rows.length > 5)
  for (const { options } of rows) assert.deepEqual(options, ['gin_pending_list_limit=262144'])
})

test('retention drops whole months, says so in the ledger, and the rest verifies', async () => {
  await sql`do $$ begin execute format('alter database %I set seloste.now = %L', current_database(), '2026-03-02T10:00:00Z'); end $$`.execute(
    db.owner(),
  )
  await seal({ at: new Date('2026-03-03T02:00:00Z') })
  const retention = { ...occasion, by: 'retention', duty: 'retention', purpose: 'accountability' }
  assert.deepEqual(await dropLogMonths(db, retention, new Date('2025-12-31T23:59:59Z')), ['2025-11'])
  assert.deepEqual(await dropLogMonths(db, retention, new Date('2026-01-01T00:00:00Z')), ['2025-12'])

  const dropped = (await openings('access-log.dropped')).map(({ detail }) => detail)
  assert.deepEqual(dropped, [
    { month: '2025-11', rows: 1 },
    { month: '2025-12', rows: 1 },
  ])
  assert.deepEqual(await faults(), [])
})

test('a month that is not over is not dropped, and leaves no record', async () => {
  const retention = { ...occasion, by: 'retention', duty: 'retention' }
  await assert.rejects(dropLogMonths(db, retention, new Date('2026-05-01T00:00:00Z')), /ACCESS_LOG_MONTH_NOT_OVER/)
  assert.equal((await openings('access-log.dropped')).length, 2)
})

test('a view says whom it showed, or it shows nobody', async () => {
  await assert.rejects(
    look(db, occasion, async () => 'somebody'),
    /did not say whom it showed/,
  )
  const answer = await look(
    db,
    { ...occasion, reach: 'own', at: new Date('2026-04-02T10:00:00Z') },
    async ({ saw, db: own }) => {
      saw([aino], ['person.phone', 'person.email'])
      const { acting } = await own.selectNoFrom(sql<string>`seloste.acting()`.as('acting')).executeTakeFirstOrThrow()
      return acting
    },
  )
  assert.equal(answer, 'ingrid')
  const { rows } =
    await sql`select by, duty, people, fields from register.access_log where at >= '2026-04-02Z'`.execute(
      db.as('sealer'),
    )
  assert.deepEqual(rows, [{ by: 'ingrid', duty: 'sales', people: [aino], fields: ['person.email', 'person.phone'] }])
})
