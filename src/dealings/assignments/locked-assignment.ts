import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { DealingsReach } from '../reach.ts'

/** An assignment, locked until the deed is done; refuses where this duty sees none such. */
export async function lockedAssignment(act: Act<DealingsReach>, id: string) {
  const held = await act.db
    .selectFrom('register.assignment')
    .select(['id', 'state', 'person_id', 'held_at', 'starts_on', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  return held
}
