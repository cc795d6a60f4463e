import { type Occasion, perform } from '#ledger'
import type { Running } from '#statement'
import type { KeepingReach } from './tables.ts'
import { type Backup, type BackupWish, writeBackup } from './write-backup.ts'

/** Takes a backup of a register at work and says so in its ledger. */
export async function takeBackup<T extends KeepingReach>(
  register: Running<T>,
  occasion: Occasion,
  wish: Omit<BackupWish, 'at'>,
): Promise<Backup> {
  const backup = await writeBackup(register.db.url, { ...wish, at: occasion.at })
  await recordBackup(register, occasion, backup)
  return backup
}

/** Says in the ledger that a backup was taken, where it could not be said while it was. */
export async function recordBackup<T>(
  register: Running<T>,
  occasion: Occasion,
  { id, bytes, sha256, manifest }: Backup,
) {
  await perform(register.db, occasion, (act) =>
    act.record({
      what: 'backup.taken',
      about: id,
      detail: { reason: manifest.reason, bytes, sha256, leaves: manifest.ledger.leaves },
    }),
  )
}
