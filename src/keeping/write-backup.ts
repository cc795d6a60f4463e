import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { inSnapshot, type Snapshot } from '#platform/copy-out'
import { newId } from '#platform/new-id'
import { sealed } from '#platform/sealed-file'
import { written } from './frame.ts'
import { type BackupHead, type BackupReason, type KeyPrints, type Manifest, nameOfBackup, printOf } from './manifest.ts'

export interface BackupWish {
  folder: string
  key: Buffer
  keys: KeyPrints
  at: Date
  reason: BackupReason
}

export interface Backup {
  id: string
  file: string
  takenAt: string
  bytes: number
  /** Of the rows as they left PostgreSQL. */
  content: number
  sha256: string
  manifest: Manifest
}

// The queue is left out: what was waiting in it has been done since, and would be done twice.
export const notInBackups = ['graphile_worker', 'migration']

/** Writes one moment of a database into a sealed file that gets its name when it is whole and on the disk. */
export async function writeBackup(url: string, { folder, key, keys, at, reason }: BackupWish): Promise<Backup> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await forgetUnfinished(folder)
  const head: BackupHead = {
    ...{ seloste: 'backup', format: 1 },
    ...{ id: newId(at.getTime()), takenAt: at.toISOString(), key: printOf(key) },
  }
  const file = join(folder, nameOfBackup(head))
  const unfinished = `${file}${torn}`
  const sums = { bytes: 0, sha256: createHash('sha256') }

  const manifest = await inSnapshot(url, notInBackups, async (snapshot) => {
    const about = await manifestOf(snapshot, head, { keys, reason })
    const packed = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } })
    const content = pipeline(Readable.from(contentOf(snapshot, about)), packed)
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      for await (const bytes of sealed(key, JSON.stringify(head), packed as AsyncIterable<Buffer>)) {
        sums.bytes += bytes.length
        sums.sha256.update(bytes)
        await handle.writeFile(bytes)
      }
      await content
      await handle.sync()
    } finally {
      await handle.close()
    }
    return about
  }).catch(async (fault) => {
    await unlink(unfinished).catch(() => undefined)
    throw fault
  })
  await rename(unfinished, file)
  await syncFolder(folder)

  const { id, takenAt } = head
  const content = manifest.tables.reduce((sum, { bytes }) => sum + bytes, 0)
  return { id, takenAt, file, bytes: sums.bytes, content, sha256: sums.sha256.digest('hex'), manifest }
}

const torn = '.unfinished'

async function* contentOf(snapshot: Snapshot, manifest: Manifest): AsyncGenerator<Buffer> {
  yield written('shape', snapshot.shape)
  for (const table of snapshot.shape.tables) {
    yield written('table', table)
    const [digest, part] = [createHash('sha256'), { place: table.place, rows: 0, bytes: 0, sha256: '' }]
    for await (const rows of snapshot.rowsOf(table)) {
      part.rows += lineEndsIn(rows)
      part.bytes += rows.length
      digest.update(rows)
      yield written('rows', rows)
    }
    part.sha256 = digest.digest('hex')
    manifest.tables.push(part)
    yield written('end', part)
  }
  yield written('manifest', manifest)
}

// In PostgreSQL's text form a line break inside a value is written as two signs: each real one ends a row.
function lineEndsIn(bytes: Buffer) {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

async function manifestOf(
  { ask }: Snapshot,
  { id, takenAt }: BackupHead,
  { keys, reason }: Pick<BackupWish, 'keys' | 'reason'>,
): Promise<Manifest> {
  const [about] = await ask<{ postgres: string; statement: number | null; leaves: number; sealed: number }>(`
    select current_setting('server_version') as postgres,
      (select max(version) from register.statement_version)::integer as statement,
      (select count(*) from register.ledger_leaf)::integer as leaves,
      (select coalesce(max(size), 0) from register.ledger_checkpoint)::integer as sealed`)
  const migrations = await ask<{ name: string; digest: string }>(
    'select name, digest from migration.file order by ran_at, name',
  )
  const { postgres = '', statement = null, leaves = 0, sealed: size = 0 } = about ?? {}
  return { id, takenAt, reason, postgres, migrations, statement, ledger: { leaves, sealed: size }, keys, tables: [] }
}

// What a killed backup left. One that is being written now is younger.
async function forgetUnfinished(folder: string) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(torn))
  for (const name of names) {
    const { mtimeMs } = await stat(join(folder, name))
    if (mtimeMs < Date.now() - 24 * 60 * 60 * 1000) await unlink(join(folder, name))
  }
}

async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => undefined)
  await handle.close()
}
