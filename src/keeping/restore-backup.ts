import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { ChoicesReach } from '#choices'
import { continueSeals, keyInFile, type LostSeals, lostSeals, performAsOwner, verifySealed } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { dropSpare, nameIn, takePlace, usersOf } from '#platform/spare-database'
import type { Running } from '#statement'
import { calmRestored } from './calm-restored.ts'
import { fillSpare, fittingBackup, type RestorePlace } from './fill-spare.ts'
import { sealsIn } from './finish-restoring.ts'
import type { Manifest } from './manifest.ts'
import { type EraseAgain, type Replayed, replayLost, restoring } from './replay-lost.ts'
import type { KeepingReach } from './tables.ts'

/** How a restored database becomes a register at work. */
export interface RestorePorts<T> {
  open(url: string): Promise<Running<T>>
  erase(register: Running<T>): EraseAgain
  /** A test stops the restoring here. */
  passing?(step: RestoreStep): void
}

export type RestoreStep = 'read' | 'filled' | 'recorded' | 'replayed' | 'in its place' | 'seals continued'

export interface RestoreWish {
  file: string
  /** Undefined where the operator says that there is none. */
  replayLog?: string
}

export interface Restored {
  backup: Manifest
  replayed: Replayed
  /** The seal the ledger goes on from, and the newest that is lost; null where none was made since. */
  seals: { kept: number; lost: number } | null
  /** The database that was put aside. */
  aside: string
}

/** Puts a backup in the place of a register: whole, with everything done again that no backup may undo, or not at all. */
export async function restoreBackup<T extends KeepingReach & ChoicesReach>(
  place: RestorePlace,
  { file, replayLog }: RestoreWish,
  { open, erase, passing = () => undefined }: RestorePorts<T>,
): Promise<Restored> {
  const backup = await fittingBackup(place, file)
  if (replayLog) await refuseWithout(replayLog)
  if ((await usersOf(place.url)) > 0) throw new Refusal('REGISTER_IN_USE', 409)
  passing('read')

  const spare = await fillSpare(place, backup)
  passing('filled')
  try {
    const register = await open(spare)
    const { replayed, seals } = await brought(register, place, backup.manifest, { replayLog, erase, passing }).finally(
      () => register.db.close(),
    )
    const aside = `${nameIn(place.url)}_before_${newId().slice(-12)}`
    await takePlace(place.url, spare, aside, new Date().toISOString())
    passing('in its place')
    if (seals) await continueSeals(sealsIn(place.directory), seals.note)
    passing('seals continued')
    return { backup: backup.manifest, replayed, seals: seals && { kept: seals.kept, lost: seals.lost }, aside }
  } catch (fault) {
    await dropSpare(spare)
    throw fault
  }
}

interface Bringing<T> {
  replayLog?: string
  erase: (register: Running<T>) => EraseAgain
  passing: (step: RestoreStep) => void
}

/** Records the restoring in the restored ledger and does again what came after the backup. */
export async function brought<T extends KeepingReach & ChoicesReach>(
  register: Running<T>,
  { directory }: Pick<RestorePlace, 'directory'>,
  { id, takenAt }: Pick<Manifest, 'id' | 'takenAt'>,
  { replayLog, erase, passing }: Bringing<T>,
): Promise<{ replayed: Replayed; seals: LostSeals | null }> {
  const key = await keyInFile(join(directory, 'ledger.key'), 'localhost')
  const whole = await verifySealed(register.db, [key])
  if (!whole.ok) throw new Refusal('RESTORED_LEDGER_BROKEN', 422, { faults: whole.faults.map(({ code }) => code) })

  const lost = await lostSeals(register.db, { checkpointFile: sealsIn(directory), key, origin: key.name, backup: id })
  await recordRestoring(register, { id, takenAt }, lost)
  await calmRestored(register, new Date(takenAt))
  passing('recorded')
  const replayed = replayLog
    ? await replayLost(register, replayLog, erase(register))
    : { done: 0, nobody: 0, superseded: 0 }
  const owner = register.db.owner() as unknown as Kysely<KeepingReach>
  await owner
    .updateTable('register.restoration')
    .set({ replayed_at: register.now() })
    .where('replayed_at', 'is', null)
    .execute()
  passing('replayed')
  return { replayed, seals: lost ?? null }
}

async function recordRestoring<T extends KeepingReach>(
  register: Running<T>,
  { id, takenAt }: Pick<Manifest, 'id' | 'takenAt'>,
  lost: LostSeals | undefined,
) {
  const at = register.now()
  await performAsOwner(register.db, restoring(register), async (act) => {
    const tables = act.db as unknown as Kysely<KeepingReach>
    await tables
      .insertInto('register.restoration')
      .values({
        ...{ id: newId(at.getTime()), backup: id, taken_at: new Date(takenAt), restored_at: at },
        ...{ note: lost?.note ?? null, replayed_at: null },
      })
      .execute()
    await act.record({
      what: 'register.restored',
      about: id,
      detail: { taken: takenAt, kept: lost?.kept ?? null, lost: lost?.lost ?? null, note: lost?.digest ?? null },
    })
  })
}

async function refuseWithout(replayLog: string) {
  await access(replayLog).catch(() => {
    throw new Refusal('REPLAY_LOG_MISSING', 422)
  })
}
