import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { refuseEdited } from '../deal-parts.ts'
import { ofStaff } from '../opportunities/open-opportunity.ts'
import type { DealingsReach } from '../reach.ts'
import { lockedAssignment } from './locked-assignment.ts'

export interface AssignmentChange {
  id: string
  revision?: number
  owner: string | null
}

/** Changes who looks after an open assignment. */
export async function changeAssignment(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, revision, owner }: AssignmentChange,
) {
  refuseUnlessWriter(inForce, act, 'com.contracts')
  const held = await lockedAssignment(act, id)
  refuseEdited(held, revision)
  if (held.state !== 'open') throw new Refusal('ASSIGNMENT_STATE', 409, { clause: 'S12.15', state: held.state })
  await act.db
    .updateTable('register.assignment')
    .set({ owner: owner && (await ofStaff(act, owner)), revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'assignment.changed', about: id, detail: { changed: ['owner'] } })
}
