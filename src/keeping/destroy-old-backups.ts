import { unlink } from 'node:fs/promises'
import { type Occasion, perform } from '#ledger'
import { dropSpare, keptBeside } from '#platform/spare-database'
import type { Running } from '#statement'
import { backupsIn } from './backups.view.ts'
import { oldestAllowed } from './keeping-time.ts'
import type { KeepingReach } from './tables.ts'

// S9.2: an erased person is in older backups until these are destroyed; the statement says how long that takes, and no
// backup is kept longer, not even the last one.
/** Destroys the backups past their period, and the databases that a restoring put aside. Answers how many. */
export async function destroyOldBackups<T extends KeepingReach>(
  register: Running<T>,
  occasion: Occasion,
  folder: string,
): Promise<number> {
  const oldest = oldestAllowed(register.current()?.statement ?? null, occasion.at)
  const files = (await backupsIn(folder)).filter(({ takenAt }) => takenAt < oldest)
  for (const { file, id, takenAt } of files) {
    await unlink(file)
    await perform(register.db, occasion, (act) =>
      act.record({ what: 'backup.destroyed', about: id, detail: { taken: takenAt.toISOString() } }),
    )
  }
  const aside = (await keptBeside(register.db.url, 'before')).filter(({ said }) => new Date(said) < oldest)
  for (const { url, said } of aside) {
    await dropSpare(url)
    await perform(register.db, occasion, (act) => act.record({ what: 'backup.destroyed', detail: { taken: said } }))
  }
  return files.length + aside.length
}
