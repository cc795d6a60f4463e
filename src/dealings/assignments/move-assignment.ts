import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter, textOfDeal } from '#register'
import type { DealingsReach } from '../reach.ts'
import { type AssignmentEvent, afterAssignment } from './assignment.ts'
import { lockedAssignment } from './locked-assignment.ts'

/** Completes or cancels an assignment, which ends the reach of its staff, or opens it again. Answers whose erasure may go on. */
export async function moveAssignment(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, event, outcome }: { id: string; event: AssignmentEvent; outcome?: string },
): Promise<string | null> {
  refuseUnlessWriter(inForce, act, 'com.contracts')
  const held = await lockedAssignment(act, id)
  const state = afterAssignment(event, held.state)
  if (!state) throw new Refusal('ASSIGNMENT_STATE', 409, { clause: 'S12.15', state: held.state })
  const isOpen = state === 'open'
  await act.db
    .updateTable('register.assignment')
    .set({
      ...{ state, settled_on: isOpen ? null : dayInHelsinki(act.at), revision: held.revision + 1 },
      outcome: isOpen ? null : textOfDeal('com.contracts', outcome),
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'assignment.moved', about: id, detail: { from: held.state, to: state } })
  return held.held_at && !isOpen ? held.person_id : null
}
