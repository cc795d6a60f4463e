import type { ChoicesReach } from '#choices'
import { type Occasion, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { dropSpare } from '#platform/spare-database'
import type { Running } from '#statement'
import { backupsIn } from './backups.view.ts'
import { fillSpare, fittingBackup, type RestorePlace } from './fill-spare.ts'
import { brought, type RestorePorts } from './restore-backup.ts'
import type { KeepingReach } from './tables.ts'

export interface Drilled {
  backup: string
  takenAt: string
  tables: number
  rows: number
  seconds: number
}

// S10.9: a backup that nobody ever restored is a hope. The drill does everything a restoring does, beside the register.
/** Restores the newest backup beside the register, does again what came after it, verifies it, and throws it away. */
export async function drillRestore<T extends KeepingReach & ChoicesReach>(
  register: Running<T>,
  occasion: Occasion,
  place: RestorePlace & { folder: string; replayLog?: string },
  { open, erase, file }: RestorePorts<T> & { file?: string },
): Promise<Drilled> {
  const newest = file ?? (await backupsIn(place.folder)).at(-1)?.file
  if (!newest) throw new Refusal('NOT_A_BACKUP', 422)
  const began = performance.now()
  const backup = await fittingBackup(place, newest)
  const spare = await fillSpare(place, backup)
  try {
    const restored = await open(spare)
    const wish = { replayLog: place.replayLog, erase, passing: () => undefined }
    await brought(restored, place, backup.manifest, wish).finally(() => restored.db.close())
  } finally {
    await dropSpare(spare)
  }

  const { id, takenAt, tables } = backup.manifest
  const drilled = {
    ...{ backup: id, takenAt, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) },
    seconds: Math.round((performance.now() - began) / 100) / 10,
  }
  await perform(register.db, occasion, (act) =>
    act.record({
      what: 'restore.drilled',
      about: id,
      detail: { taken: takenAt, tables: drilled.tables, rows: drilled.rows },
    }),
  )
  return drilled
}
