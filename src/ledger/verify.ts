import type { Pools } from '#platform/pools'
import type { LogDay } from './access-log-days.ts'
import { historyIn, readCheckpointFile } from './checkpoint-file.ts'
import { keysInExport, recordsIn } from './export.ts'
import { faultAt, type LedgerFault } from './fault.ts'
import { type LedgerRecord, recordsOf } from './records.ts'
import type { VerifierKey } from './signed-note.ts'
import { type Walk, type Walked, walkLeaves } from './verify-leaves.ts'
import { judgeFile, judgeRestored, judgeSeals, type KeptCheckpoint } from './verify-seals.ts'

/** A ledger to verify: what it says, whose seals count, and what the file outside the database says. */
export interface LedgerSource {
  records: AsyncIterable<readonly LedgerRecord[]>
  keys: readonly VerifierKey[]
  /** Undefined where there is no such file to compare with. */
  outside?: string
}

export interface Verification {
  ok: boolean
  /** Sealed leaves. */
  size: number
  checkpoints: number
  /** Not faults: Art. 17 GDPR and retention erase what a leaf stands for, and the tree still verifies. */
  erasedOpenings: number
  /** Leaves younger than the newest seal. */
  unsealed: number
  /** Not faults: backups that were restored, each with the seal the ledger goes on from and the newest that was lost. */
  restored: { backup: string; kept: number; lost: number }[]
  faults: LedgerFault[]
}

/** The ledger of a running database, beside its file of seals. */
export async function liveLedger<T>(
  db: Pools<T>,
  { keys, checkpointFile }: { keys: readonly VerifierKey[]; checkpointFile: string },
): Promise<LedgerSource> {
  // The file first: a seal made meanwhile is then in the database and not yet here, which is no fault.
  const outside = await readCheckpointFile(checkpointFile)
  return { records: recordsOf(db), keys, outside }
}

/** A ledger in an export, anywhere, without a database. */
export async function exportedLedger(
  file: string,
  { keys, checkpointFile }: { keys?: readonly VerifierKey[]; checkpointFile?: string } = {},
): Promise<LedgerSource> {
  const outside = checkpointFile ? await readCheckpointFile(checkpointFile) : undefined
  return { records: recordsIn(file), keys: keys ?? (await keysInExport(file)), outside }
}

/** Recomputes every hash, root and signature of a ledger and says what is not as it was sealed. */
export async function verify(source: LedgerSource): Promise<Verification> {
  return (await verifyFrom(source)).verification
}

/** What a verification knows for the next one, which begins where it ended. */
export interface Verified {
  verification: Verification
  walked: Walked
  days: ReadonlyMap<string, LogDay>
}

/** Verifies a ledger from where an earlier verification ended; its records are those that came since. */
export async function verifyFrom(
  { records, keys, outside }: LedgerSource,
  earlier?: Pick<Verified, 'walked' | 'days'>,
): Promise<Verified> {
  const kept: KeptCheckpoint[] = []
  const days = new Map<string, LogDay>(earlier?.days)
  const faults: LedgerFault[] = []
  const sizes = new Set<number>()
  const walk = walkLeaves(sizes, earlier?.walked)

  for await (const batch of records) {
    for (const record of batch) {
      if (record.kind === 'leaf') walk.pass(record)
      else if (record.kind === 'day') days.set(record.day, record)
      else if (record.kind === 'unreadable') faults.push(faultAt('EXPORT_ALTERED', `line/${record.line}`))
      else {
        kept.push(record)
        sizes.add(record.size)
      }
    }
  }

  faults.push(...judgeSeals(kept, keys, walk.found))
  const history = historyIn(outside ?? '', keys)
  if (outside !== undefined) faults.push(...judgeFile(history, kept), ...judgeRestored(history, walk.found.restored))
  faults.push(...judgeDays(days, walk.found))
  const { size, erasedOpenings, unsealed } = walk.found
  const restored = history.restored.map(({ backup, kept, lost }) => ({ backup, kept, lost }))
  const counts = { size, checkpoints: kept.length, erasedOpenings, unsealed }
  return { verification: { ok: faults.length === 0, ...counts, restored, faults }, walked: walk.walked(), days }
}

// A month that retention dropped takes its days with it, and the ledger says so.
function judgeDays(days: ReadonlyMap<string, LogDay>, { days: sealed, dropped }: Walk) {
  return sealed
    .filter(({ day }) => !dropped.has(day.slice(0, 7)))
    .filter(({ day, rows, sha256 }) => days.get(day)?.rows !== rows || days.get(day)?.sha256 !== sha256)
    .map(({ day }) => faultAt('ACCESS_LOG_ALTERED', `day/${day}`))
}
