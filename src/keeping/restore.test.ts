import assert from 'node:assert/strict'
import { copyFile, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import type { Running } from '#statement'
import type { Database } from '../database.ts'
import { replayLogIn } from '../open-in.ts'
import { backupKey } from './backup-key.ts'
import { aKeptRegister } from './keeping.fixture.ts'
import { wholeBackup } from './read-backup.ts'

const kept = await aKeptRegister()
const { directory, register } = kept
const [aino, boris, dana] = [
  await kept.person('Aino Aalto'),
  await kept.person('Boris Berg'),
  await kept.person('Dana Dahl'),
]
await kept.seal()
const backup = await kept.backUp()

const countIn = async (where: Running<Database>, query: RawBuilder<{ count: number }>) =>
  Number((await query.execute(where.db.owner())).rows[0]?.count)
const people = (where: Running<Database>, ...ids: string[]) =>
  countIn(where, sql`select count(*) as count from register.person where id = any(${ids}::uuid[])`)
const objections = (where: Running<Database>, id: string) =>
  countIn(where, sql`select count(*) as count from register.objection where person_id = ${id} and lifted_at is null`)
const databases = async () => {
  const { rows } = await sql<{ name: string }>`
    select datname as name from pg_database where starts_with(datname, current_database() || '_')`.execute(
    register.db.owner(),
  )
  return rows.map(({ name }) => name)
}

test('a backup is sealed: nothing of anybody can be read in the file, and its name comes when it is whole', async () => {
  const bytes = await readFile(backup.file)
  assert.equal(/Aalto|koti\.example|register\.person/.test(bytes.toString('latin1')), false)
  assert.equal((await stat(backup.file)).mode & 0o777, 0o600)
  assert.deepEqual((await readdir(join(directory, 'backups'))).length, 1)

  const { manifest } = await wholeBackup(backup.file, await backupKey(directory))
  assert.equal(manifest.tables.find(({ place }) => place === 'register.person')?.rows, 3)
  assert.equal(manifest.statement, 1)
  assert.equal((await register.ledger()).at(-1), 'backup.taken by register')
})

test('a torn, altered or foreign backup is refused before anything is touched', async () => {
  const file = join(directory, 'spoilt.backup')
  const { size } = await stat(backup.file)
  const spoilt = async (spoil: () => Promise<unknown>, code: string) => {
    await copyFile(backup.file, file)
    await spoil()
    await assert.rejects(kept.restore(file), { code })
  }
  const changed = (place: number) => async () => {
    const bytes = await readFile(file)
    bytes[place] = (bytes[place] as number) ^ 1
    await writeFile(file, bytes)
  }
  for (const left of [size - 1, size >> 1, 400]) await spoilt(() => truncate(file, left), 'BACKUP_TORN')
  await spoilt(() => truncate(file, 20), 'NOT_A_BACKUP')
  await spoilt(() => writeFile(file, 'statement: none\n'), 'NOT_A_BACKUP')
  await spoilt(changed(size - 5), 'BACKUP_TORN')
  await spoilt(changed(60), 'BACKUP_TORN')
  await spoilt(changed(2), 'NOT_A_BACKUP')
  await rm(file)
  assert.deepEqual(await databases(), [])
})

test('a backup of another key, of other keys outside, or of a newer program is refused', async () => {
  const swapped = async (name: string, text: string, code: string) => {
    const file = join(directory, name)
    const own = await readFile(file)
    await writeFile(file, text)
    await assert.rejects(kept.restore(backup.file), { code })
    await writeFile(file, own)
  }
  await swapped('backup.key', Buffer.alloc(32, 'x').toString('base64url'), 'BACKUP_KEY_WRONG')
  await swapped('suppression.key', Buffer.alloc(32, 'x').toString('base64url'), 'KEYS_DIFFER')
  await sql`insert into migration.file (name, digest) values ('9999-later.sql', 'x')`.execute(register.db.owner())
  const { file } = await kept.backUp()
  await assert.rejects(kept.restore(file), { code: 'BACKUP_NEWER', detail: { migrations: ['9999-later.sql'] } })
  await sql`delete from migration.file where name = '9999-later.sql'`.execute(register.db.owner())
  assert.deepEqual(await databases(), [])
})

test('a register in use is not replaced, and without the replay log nothing is', async () => {
  await assert.rejects(kept.restore(backup.file, { replayLog: join(directory, 'nowhere.log') }), {
    code: 'REPLAY_LOG_MISSING',
  })
  await kept.objects(dana)
  await assert.rejects(kept.restore(backup.file), { code: 'REGISTER_IN_USE' })
})

test('AS-27: what was erased and objected to after the backup is so again before the first request is served', async () => {
  const late = await kept.person('Eva Ek')
  await register.setClock('2026-03-07T12:00:00+02:00')
  assert.equal(await kept.erase(aino), true)
  await kept.objects(boris)
  await kept.erase(late)
  await kept.seal()
  await register.setClock('2026-03-08T12:00:00+02:00')
  await kept.stop()
  const restored = await kept.restore(backup.file)
  assert.deepEqual(restored.replayed, { done: 3, nobody: 1, superseded: 0 })
  assert.equal(restored.backup.id, backup.id)

  const server = await kept.start()
  after(() => server.db.close())
  assert.equal(await people(server, aino), 0)
  assert.equal(await people(server, boris, dana), 2)
  assert.deepEqual([await objections(server, boris), await objections(server, dana)], [1, 1])
  assert.equal(
    await countIn(server, sql`select count(*) as count from register.tombstone where person_id = ${aino}`),
    1,
  )

  await test('and the ledger goes on verifiably, telling what it lost', async () => {
    await kept.sealIn(server)
    const { ok, faults, restored: told } = await kept.verify(server)
    assert.deepEqual([ok, faults], [true, []])
    assert.deepEqual(told, [{ backup: backup.id, ...restored.seals }])
    const { rows } = await sql<{ what: string; by: string }>`
      select payload ->> 'what' as what, payload ->> 'by' as by from register.ledger_opening opening
      join register.ledger_leaf leaf using (hash) where payload ->> 'by' = 'restoring' order by leaf.seq`.execute(
      server.db.owner(),
    )
    assert.deepEqual(
      rows.map(({ what }) => what),
      [
        'register.restored',
        'register.calmed',
        'objection.recorded',
        'address.suppressed',
        'person.erased',
        'objection.recorded',
        'address.suppressed',
      ],
    )
  })

  await test('and nobody is still signed in, nor is anything sent a second time', async () => {
    assert.equal(await countIn(server, sql`select count(*) as count from auth.session where ended_at is null`), 0)
    const waiting = sql<{
      count: number
    }>`select count(*) as count from register.campaign_recipient where state in ('queued', 'held', 'sending')`
    assert.equal(await countIn(server, waiting), 0)
  })

  await test('and started once more, nothing is done a third time', async () => {
    const once = await countIn(server, sql`select count(*) as count from register.ledger_leaf`)
    const again = await kept.start()
    assert.equal(await countIn(again, sql`select count(*) as count from register.ledger_leaf`), once)
    await again.db.close()
  })
})

test('a deed whose commit was lost is done at the next start', async () => {
  const server = await kept.start()
  const { appendReplay } = await import('../ledger/replay-log.ts')
  // The line is on the disk, and the database goes down before the commit.
  await server.db
    .owner()
    .transaction()
    .execute(async (transaction) => {
      const line = { leaf: Buffer.alloc(32, 7).toString('base64url'), at: '2026-03-08T10:00:00.000Z' }
      await appendReplay(server.db, transaction, [{ ...line, replay: { kind: 'erasure', person: dana } }])
      throw new Error('down')
    })
    .catch(() => undefined)
  assert.equal(await people(server, dana), 1)
  await server.db.close()

  const after = await kept.start()
  assert.equal(await people(after, dana), 0)
  await after.db.close()
})

test('an altered replay log stops the start', async () => {
  const file = replayLogIn(directory)
  const own = await readFile(file, 'utf8')
  await writeFile(file, own.replace(aino, boris))
  await assert.rejects(kept.start(), { code: 'REPLAY_LOG_ALTERED' })
  await writeFile(file, own)
})
