import { access } from 'node:fs/promises'
import { choicesKey, useChoicesKey } from '#choices'
import {
  type Backup,
  backupKey,
  type Drilled,
  drillRestore,
  keyPrints,
  type Restored,
  type RestorePlace,
  type RestoreStep,
  restoreBackup,
  takeBackup,
} from '#keeping'
import type { PoolSettings } from '#platform/pools'
import type { Running } from '#statement'
import type { Database } from './database.ts'
import { migrations, openRegister } from './open.ts'
import { backupsOf, eraseAgain, keepingOccasion, replayLogIn } from './open-in.ts'

export interface Place extends PoolSettings {
  directory: string
}

export interface RestoreOrder {
  file: string
  /** Another log than the directory's own; null where the operator says that there is none. */
  replayLog?: string | null
  now?: () => Date
  passing?: (step: RestoreStep) => void
}

/** Restores a backup into the register of a directory; the server must be stopped. */
export async function restoreIn(place: Place, { file, replayLog, now, passing }: RestoreOrder): Promise<Restored> {
  const log = replayLog === null ? undefined : (replayLog ?? replayLogIn(place.directory))
  const ports = { open: opening(place, now), erase: eraseAgain, passing }
  return restoreBackup<Database>(placeOf(place), { file, replayLog: log }, ports)
}

/** Restores a backup beside a register at work, as a drill: S10.9. */
export async function drillIn(
  register: Running<Database>,
  place: Place,
  file?: string,
  by = 'register',
): Promise<Drilled> {
  const { directory } = place
  const replayLog = await access(replayLogIn(directory)).then(
    () => replayLogIn(directory),
    () => undefined,
  )
  return drillRestore<Database>(
    register,
    keepingOccasion(register, by),
    { ...placeOf(place), folder: backupsOf(directory), replayLog },
    { open: opening(place, register.now), erase: eraseAgain, file },
  )
}

/** Takes a backup of the register of a directory. */
export async function backUp(
  register: Running<Database>,
  { directory, secret }: Place,
  { folder = backupsOf(directory), reason, by }: { folder?: string; reason: 'daily' | 'by-hand'; by: string },
): Promise<Backup> {
  const [key, keys] = [await backupKey(directory), await keyPrints(directory, secret)]
  return takeBackup(register, keepingOccasion(register, by), { folder, key, keys, reason })
}

function placeOf({ url, directory, secret }: Place): RestorePlace {
  return { url, directory, secret, migrations }
}

// Without the replay log: what is done again is in it already.
function opening(place: Place, now?: () => Date) {
  return async (url: string) => {
    const register = await openRegister({ ...place, url }, now)
    useChoicesKey(register, await choicesKey(place.directory))
    return register
  }
}
