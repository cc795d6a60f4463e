import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter, textOfDeal } from '#register'
import { refuseUnseenContact } from '../deal-parts.ts'
import type { DealingsReach } from '../reach.ts'
import { lockedAssignment } from './locked-assignment.ts'

export interface NewListed {
  assignmentId: string
  /** One of the two. */
  staff?: string
  person?: string
  /** What they do in this assignment. */
  task?: string
}

/** Puts a member of staff or a person of the customer on an assignment's contact list. Answers the id of the line. */
export async function addToContactList(act: Act<DealingsReach>, inForce: InForce, wish: NewListed): Promise<string> {
  refuseUnlessWriter(inForce, act, 'com.contracts')
  const { assignmentId, staff, person } = wish
  const held = await lockedAssignment(act, assignmentId)
  if (held.state !== 'open') throw new Refusal('ASSIGNMENT_STATE', 409, { clause: 'S10.3', state: held.state })
  if (Boolean(staff) === Boolean(person)) throw new Refusal('VALUE_REQUIRED', 422, { field: 'person' })
  await refuseUnseenContact(act, person)

  const before = await act.db
    .selectFrom('register.assignment_contact')
    .select('id')
    .where('assignment_id', '=', assignmentId)
    .where(staff ? 'staff_id' : 'person_id', '=', staff ?? person ?? '')
    .executeTakeFirst()
  if (before) throw new Refusal('ALREADY_ON_LIST', 409, { field: staff ? 'staff' : 'person' })
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.assignment_contact')
    .values({
      ...{ id, assignment_id: assignmentId, staff_id: staff ?? null, person_id: person ?? null },
      ...{ task: textOfDeal('com.contracts', wish.task, 200), added_by: act.by, added_at: act.at },
    })
    .execute()
  await act.record({
    what: 'assignment.listed',
    about: assignmentId,
    detail: { staff: staff ?? null, person: person ?? null },
  })
  return id
}

/** Takes a line off an assignment's contact list: the reach that it gave ends with it. */
export async function takeOffContactList(
  act: Act<DealingsReach>,
  inForce: InForce,
  { assignmentId, id }: { assignmentId: string; id: string },
) {
  refuseUnlessWriter(inForce, act, 'com.contracts')
  await lockedAssignment(act, assignmentId)
  const gone = await act.db
    .deleteFrom('register.assignment_contact')
    .where('id', '=', id)
    .where('assignment_id', '=', assignmentId)
    .returning(['staff_id', 'person_id'])
    .executeTakeFirst()
  if (!gone) throw new Refusal('NOT_FOUND', 404)
  await act.record({
    what: 'assignment.unlisted',
    about: assignmentId,
    detail: { staff: gone.staff_id, person: gone.person_id },
  })
}
