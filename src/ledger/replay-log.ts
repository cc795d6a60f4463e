import { type FileHandle, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql, type Transaction } from 'kysely'
import type { Pools } from '#platform/pools'
import { Refusal } from '#platform/refusal'
import { endOfChain, linesOfReplay, type ReplayLine, type ReplayLines, replayText } from './replay.ts'

// Art. 17 and 21 GDPR: a restored backup must not bring back whom the register erased or who said no. So each such
// deed is on the disk, outside the database, before it is committed. A deed that fails after that leaves a line behind:
// the next start does it then, for all that was missing was the commit.

/** Writes the deeds of this database that no backup may undo to a file outside it, from now on. */
export function keepReplayLog<T>(db: Pools<T>, file: string) {
  kept.set(db, { file, key: db.secretOf(keyName) })
}

/** Where the replay log of this database is; undefined where none is kept. */
export function replayLogOf<T>(db: Pools<T>): string | undefined {
  return kept.get(db)?.file
}

/** What the replay log says; empty where there is no file yet. Refuses one that was altered. */
export async function readReplayLog<T>(db: Pools<T>, file: string): Promise<ReplayLines> {
  const read = linesOfReplay(db.secretOf(keyName), await textOf(file))
  if (read.alteredAt !== null) throw new Refusal('REPLAY_LOG_ALTERED', 500, { line: read.alteredAt })
  return read
}

/** Puts lines on the disk in the last moment before their transaction commits. */
export async function appendReplay<T>(db: Pools<T>, transaction: Transaction<T>, lines: readonly ReplayLine[]) {
  const log = kept.get(db)
  if (!log || lines.length === 0) return
  // Held until the commit: one process at a time, and the lines stand in the order of the commits.
  await sql`select pg_advisory_xact_lock(7314)`.execute(transaction)
  await append(log, lines)
}

interface Log {
  file: string
  key: string
}

const kept = new WeakMap<object, Log>()
const keyName = 'replay-log'

async function append({ file, key }: Log, lines: readonly ReplayLine[]) {
  const { handle, isNew } = await opened(file)
  try {
    const { chain, isTorn } = await endOf(handle)
    await handle.appendFile(`${isTorn ? '\n' : ''}${replayText(key, chain, lines)}`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (isNew) await syncFolder(dirname(file))
}

async function opened(file: string): Promise<{ handle: FileHandle; isNew: boolean }> {
  try {
    return { handle: await open(file, 'ax+', 0o600), isNew: true }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    return { handle: await open(file, 'a+', 0o600), isNew: false }
  }
}

// From the end backwards, further until a whole line is among what was read.
async function endOf(handle: FileHandle): Promise<{ chain: string; isTorn: boolean }> {
  const { size } = await handle.stat()
  for (let length = Math.min(size, 4096); length > 0; length = Math.min(size, length * 4)) {
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length)
    const tail = buffer.toString('utf8')
    const chain = endOfChain(tail)
    if (chain !== undefined || length === size) return { chain: chain ?? '', isTorn: !tail.endsWith('\n') }
  }
  return { chain: '', isTorn: false }
}

async function textOf(file: string) {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw fault
  }
}

// A new file is lost in a power cut as long as its folder is not on the disk; some systems cannot sync folders.
async function syncFolder(path: string) {
  const handle = await open(path, 'r')
  await handle.sync().catch(() => undefined)
  await handle.close()
}
