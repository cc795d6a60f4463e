import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, type RegisterTables, refuseUnlessWriter } from '#register'
import { workField } from './party-of-work.ts'
import type { WorkReach } from './tables.ts'

type Table = 'register.task' | 'register.note' | 'register.activity' | 'register.document'

export interface Held {
  id: string
  organisation_id: string | null
  person_id: string | null
  entered_by: string
  revision: number
}

/** The record, locked for this deed. Refuses where it is not seen, was edited since `revision`, or this duty may not write it. */
export async function lockedWork(
  act: Act<WorkReach>,
  inForce: InForce,
  { table, id, revision }: { table: Table; id: string; revision?: number },
): Promise<Held> {
  refuseUnlessWriter(inForce, act as unknown as Act<RegisterTables>, workField)
  const held = (await act.db
    .selectFrom(table)
    .select(['id', 'organisation_id', 'person_id', 'entered_by', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) as Held | undefined
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (revision !== undefined && held.revision !== revision)
    throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  return held
}

/** Whoever wrote it may change it; nobody else puts words into their mouth. */
export function refuseUnlessOwn(act: Act<WorkReach>, { entered_by }: Held) {
  if (entered_by !== act.by) throw new Refusal('NOT_YOUR_OWN', 403, { clause: 'S5.29' })
}
