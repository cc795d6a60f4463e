import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, textOfDeal } from '#register'
import { notify } from '../notify.ts'
import { lockedWork } from '../own-work.ts'
import { refuseStrangers, workField } from '../party-of-work.ts'
import type { WorkReach } from '../tables.ts'
import type { NewTask } from './add-task.ts'
import { dueOf } from './due.ts'

export interface TaskChange
  extends Partial<Pick<NewTask, 'title' | 'text' | 'assignedTo' | 'dueOn' | 'dueTime' | 'remindAt' | 'repeats'>> {
  id: string
  revision?: number
}

/** Changes what is to be done, by whom or by when; whoever gets it now is told. Any colleague who sees it may. */
export async function changeTask(act: Act<WorkReach>, inForce: InForce, change: TaskChange) {
  const { id, revision } = change
  const party = await lockedWork(act, inForce, { table: 'register.task', id, revision })
  const held = await act.db
    .selectFrom('register.task')
    .select(['assigned_to', 'due_on', 'due_time', 'remind_at', 'repeats', 'done_at', 'entered_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (held.done_at) throw new Refusal('TASK_DONE', 409)

  const title = change.title === undefined ? undefined : textOfDeal(workField, change.title, 200)
  if (title === null) throw new Refusal('VALUE_REQUIRED', 422, { field: 'title', clause: 'S5.29' })
  const assigned_to = change.assignedTo ?? held.assigned_to
  if (assigned_to !== held.assigned_to)
    await refuseStrangers(act, inForce, {
      staff: [assigned_to],
      party: { organisationId: party.organisation_id, personId: party.person_id },
      field: 'assignedTo',
    })
  const said = {
    dueOn: change.dueOn === undefined ? held.due_on : change.dueOn,
    dueTime: change.dueTime === undefined ? (change.dueOn === null ? null : held.due_time) : change.dueTime,
    remindAt: change.remindAt === undefined ? (held.remind_at?.toISOString() ?? null) : change.remindAt,
    repeats: change.repeats === undefined ? held.repeats : change.repeats,
  }
  const due = dueOf(said, held.entered_at)
  await act.db
    .updateTable('register.task')
    .set({
      ...(title === undefined ? {} : { title }),
      ...(change.text === undefined ? {} : { text: textOfDeal(workField, change.text) }),
      ...{ assigned_to, ...due, revision: party.revision + 1 },
      ...(due.remind_at?.getTime() === held.remind_at?.getTime() ? {} : { reminded_at: null }),
    })
    .where('id', '=', id)
    .execute()
  const to = assigned_to === held.assigned_to ? [] : [assigned_to]
  await notify(act, {
    ...{ to, kind: 'task-given', organisationId: party.organisation_id, personId: party.person_id },
    subject: { kind: 'task', id },
  })
  await act.record({ what: 'task.changed', about: id, detail: to.length > 0 ? { to: assigned_to } : {} })
}
