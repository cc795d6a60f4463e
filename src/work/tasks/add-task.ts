import type { Act } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, type SaidParty, textOfDeal } from '#register'
import { notify } from '../notify.ts'
import { partyOrNobody, refuseStrangers, type SaidSubject, workField } from '../party-of-work.ts'
import type { Repeats, WorkReach } from '../tables.ts'
import { dueOf } from './due.ts'

/** A task about a company, a person, or nobody. */
export interface NewTask extends SaidParty {
  title: string
  text?: string | null
  /** An id of staff; whoever acts, where nothing is said. */
  assignedTo?: string
  dueOn?: Day | null
  /** `HH:MM` in Finland. */
  dueTime?: string | null
  /** An instant with its zone, as ISO 8601. */
  remindAt?: string | null
  repeats?: Repeats | null
  /** The deal that it hangs on, such as `{ kind: 'quote', id }`. */
  subject?: SaidSubject
  groupCompany?: string
}

/**
 * S5.29: gives somebody something to do, and tells them of it. Answers the task's id.
 * Refuses FIELD_NOT_OF_DUTY, FIELD_NOT_DECLARED, VALUE_REQUIRED, VALUE_NOT_VALID, NOT_OF_STAFF, PERSONAL_IDENTITY_CODE, NOT_FOUND.
 */
export async function addTask(act: Act<WorkReach>, inForce: InForce, wish: NewTask): Promise<string> {
  const party = await partyOrNobody(act, inForce, wish)
  const title = textOfDeal(workField, wish.title, 200)
  if (!title) throw new Refusal('VALUE_REQUIRED', 422, { field: 'title', clause: 'S5.29' })
  const assigned_to = wish.assignedTo ?? act.by
  await refuseStrangers(act, inForce, { staff: [assigned_to], party, field: 'assignedTo' })
  const due = dueOf(wish, act.at)

  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.task')
    .values({
      ...{ id, title, text: textOfDeal(workField, wish.text), assigned_to, ...due },
      ...{ organisation_id: party.organisationId, person_id: party.personId },
      ...{ subject_kind: wish.subject?.kind ?? null, subject_id: wish.subject?.id ?? null },
      ...{ reminded_at: null, done_at: null, done_by: null },
      group_company: groupCompanyOf(inForce.policy, wish.groupCompany),
      ...{ entered_by: act.by, entered_at: act.at },
    })
    .execute()
  await notify(act, { to: [assigned_to], kind: 'task-given', ...party, subject: { kind: 'task', id } })
  await act.record({ what: 'task.added', about: id, detail: { person: party.personId, to: assigned_to } })
  return id
}
