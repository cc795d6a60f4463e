import assert from 'node:assert/strict'
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { keepingOccasion, openIn } from '../open-in.ts'
import { drillIn, restoreIn } from '../restore-in.ts'
import { backupsIn, destroyOldBackups } from './index.ts'
import { aKeptRegister } from './keeping.fixture.ts'

const kept = await aKeptRegister()
const { directory, register, place, url } = kept
const folder = join(directory, 'backups')
const owner = register.db.owner()
const names = async () => (await readdir(folder)).sort()
const events = async () => (await register.ledger()).map((line) => line.split(' ')[0])
const aino = await kept.person('Aino Aalto')

test('a field the statement added, a month of the access log and every counter come back', async () => {
  await sql`alter table declared.person add column shoe_size numeric`.execute(owner)
  await sql`insert into declared.person (person_id, shoe_size) values (${aino}, 43)
    on conflict (person_id) do update set shoe_size = 43`.execute(owner)
  await sql`select seloste.make_access_log_months(${register.now()}::timestamptz, 1)`.execute(owner)
  const before = await fingerprint()
  const { file } = await kept.backUp()
  const spare = await drillBeside(file)
  assert.deepEqual(spare, before)
  await sql`alter table declared.person drop column shoe_size`.execute(owner)
  await rm(file) // the clock stands still here, and of two backups of one second none is the newest
})

test('a drill restores the newest backup beside the register, leaves nothing behind and is recorded', async () => {
  const { file } = await kept.backUp()
  await kept.erase(await kept.person('Eva Ek'))
  const drilled = await drillIn(register, place)
  assert.ok(drilled.rows > 20)
  assert.equal((await events()).at(-1), 'restore.drilled')
  assert.equal((await backupsIn(folder)).at(-1)?.file, file)
  const { rows } = await sql`select from pg_database where starts_with(datname, current_database() || '_')`.execute(
    owner,
  )
  assert.equal(rows.length, 0)

  await writeFile(file, (await readFile(file)).subarray(0, -30))
  await assert.rejects(drillIn(register, place), { code: 'BACKUP_TORN' })
  assert.equal((await events()).at(-1), 'restore.drilled')
  await rm(file)
})

test('a backup is taken before migrations run, and where it cannot be, they do not run', async () => {
  const [last] = (
    await sql<{ name: string }>`select name from migration.file order by name desc limit 1`.execute(owner)
  ).rows
  await sql`delete from migration.file where name = '0060-keeping.sql'`.execute(owner)
  const rows =
    await sql`drop table register.restoration, register.replayed; drop index register.ledger_opening_what`.execute(
      owner,
    )
  assert.ok(last && rows)
  const counted = (await names()).length
  const own = process.env.BACKUP_DIR
  process.env.BACKUP_DIR = join(directory, 'ledger.key', 'nowhere')
  await assert.rejects(openIn(place, register.now), { code: 'ENOTDIR' })
  assert.equal((await sql`select from migration.file where name = '0060-keeping.sql'`.execute(owner)).rows.length, 0)
  if (own) process.env.BACKUP_DIR = own
  else delete process.env.BACKUP_DIR

  const opened = await openIn(place, register.now)
  assert.equal((await names()).length, counted + 1)
  assert.equal((await events()).at(-1), 'backup.taken')
  await openIn(place, register.now).then((again) => again.db.close())
  assert.equal((await names()).length, counted + 1, 'nothing to migrate, nothing to back up')
  await opened.db.close()
})

test('backups are destroyed when their period in the statement is over, and what a killed one left after a day', async () => {
  await writeFile(join(folder, 'somebody-elses.txt'), 'stays')
  const unfinished = join(folder, 'seloste-2026-01-01T000000Z-000000000000.backup.unfinished')
  await writeFile(unfinished, '')
  await utimes(unfinished, new Date('2026-01-01'), new Date('2026-01-01'))
  const taken = (await names()).filter((name) => name.endsWith('.backup')).length
  const destroy = () => destroyOldBackups(register, keepingOccasion(register, 'register'), folder)

  await register.setClock('2026-04-06T11:00:00+03:00') // 34 days and 22 hours later
  assert.equal(await destroy(), 0)
  await register.setClock('2026-04-06T13:30:00+03:00') // the P35D of the statement, and half an hour
  assert.equal(await destroy(), taken)
  assert.equal((await events()).filter((event) => event === 'backup.destroyed').length, taken)
  await kept.backUp()
  assert.deepEqual(
    (await names()).map((name) => name.replace(/^seloste-.*[.]backup$/, 'backup')),
    ['backup', 'somebody-elses.txt'],
  )
})

test('a backup made by an older program is brought up to date', async () => {
  // What an older program had: everything before this module's own migration.
  await sql`delete from migration.file where name = '0060-keeping.sql'`.execute(owner)
  await sql`drop table register.restoration, register.replayed; drop index register.ledger_opening_what`.execute(owner)
  const { writeBackup, backupKey, keyPrints } = await import('./index.ts')
  const keys = await keyPrints(directory, place.secret)
  const wish = { folder, key: await backupKey(directory), keys, at: register.now(), reason: 'by-hand' as const }
  const { file } = await writeBackup(url, wish)
  await kept.stop()
  const restored = await restoreIn(place, { file, replayLog: null, now: register.now })
  assert.equal(restored.backup.id.length, 36)
  const server = await kept.start()
  const { rows } = await sql<{ name: string }>`select name from migration.file where name = '0060-keeping.sql'`.execute(
    server.db.owner(),
  )
  assert.equal(rows.length, 1)
  await server.db.close()
})

async function fingerprint(where = url) {
  const pg = await import('pg')
  const client = new pg.default.Client({ connectionString: where })
  await client.connect()
  const { rows: tables } = await client.query<{ place: string }>(
    `select format('%I.%I', schemaname, tablename) as place from pg_tables
     where schemaname in ('register', 'declared', 'auth') and tablename not in ('ledger_leaf', 'ledger_opening', 'restoration') order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { place: table } of tables) {
    const { rows } = await client.query(
      `select md5(coalesce(string_agg(own::text, '|' order by own::text), '')) as sum from ${table} own`,
    )
    found[table] = rows[0].sum
  }
  const { rows: counters } = await client.query(`select max(seq) as top, count(*) as count from register.ledger_leaf`)
  await client.end()
  return { found, top: counters[0] }
}

// The restored database as it is before anything is recorded in it.
async function drillBeside(file: string) {
  const { wholeBackup } = await import('./read-backup.ts')
  const { fillSpare } = await import('./fill-spare.ts')
  const { backupKey } = await import('./index.ts')
  const { migrations } = await import('../open.ts')
  const { dropSpare } = await import('#platform/spare-database')
  const spare = await fillSpare({ ...place, migrations }, await wholeBackup(file, await backupKey(directory)))
  try {
    return await fingerprint(spare)
  } finally {
    await dropSpare(spare)
  }
}
