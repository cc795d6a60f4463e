import { backupsIn, destroyOldBackups } from '#keeping'
import type { Job } from '#platform/jobs'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import type { Database } from './database.ts'
import { backupsOf, keepingOccasion } from './open-in.ts'
import { backUp, drillIn, type Place } from './restore-in.ts'

const day = 24 * 60 * 60 * 1000

/** What keeps the register restorable without anyone asking: S9.2, S10.9. */
export function keepingJobs(register: Running<Database>, place: Place, alarm: (said: string) => void): Job[] {
  const folder = backupsOf(place.directory)
  const orAlarm = (work: () => Promise<unknown>) => async () => {
    await work().catch((fault: unknown) => {
      alarm(fault instanceof Refusal ? fault.code : (fault as Error).message)
      throw fault
    })
  }
  return [
    {
      name: 'back-up',
      at: '40 0 * * *',
      work: orAlarm(async () => {
        await backUp(register, place, { reason: 'daily', by: 'register' })
        await destroyOldBackups(register, keepingOccasion(register, 'register'), folder)
      }),
    },
    // Monthly, so that twice in the half year of the statement's promise would have to fail before it is broken.
    { name: 'drill-restore', at: '20 3 1 * *', work: orAlarm(() => drillIn(register, place)) },
  ]
}

/** Takes a backup now where the last night's was missed: the server was off, or this is its first day. */
export async function backUpIfMissed(register: Running<Database>, place: Place): Promise<boolean> {
  const newest = (await backupsIn(backupsOf(place.directory))).at(-1)
  if (!register.current() || (newest && register.now().getTime() - newest.takenAt.getTime() < day)) return false
  await backUp(register, place, { reason: 'daily', by: 'register' })
  if (!newest) await drillIn(register, place) // the first backup shows at once that it can be restored with these keys
  return true
}
