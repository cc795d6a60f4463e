import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { ChoicesReach } from '#choices'
import { continueSeals } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import { type EraseAgain, type Replayed, replayLost } from './replay-lost.ts'
import type { KeepingReach } from './tables.ts'

/** Brings a register to where nothing is lost, each time it is opened; nobody is served before it answers. */
export async function finishRestoring<T extends KeepingReach & ChoicesReach>(
  register: Running<T>,
  { directory, replayLog }: { directory: string; replayLog: string },
  erase: EraseAgain,
): Promise<Replayed> {
  const keeping = register.db.owner() as unknown as Kysely<KeepingReach>
  const last = await keeping
    .selectFrom('register.restoration')
    .select(['note', 'replayed_at'])
    .orderBy('restored_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last && !last.replayed_at) throw new Refusal('REPLAY_PENDING', 503)
  if (last?.note) await continueSeals(sealsIn(directory), last.note)
  return replayLost(register, replayLog, erase)
}

/** The file of seals of a directory. */
export function sealsIn(directory: string) {
  return join(directory, 'checkpoints.txt')
}
