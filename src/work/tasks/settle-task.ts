import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { InForce } from '#register'
import { lockedWork } from '../own-work.ts'
import type { WorkReach } from '../tables.ts'
import { dayKept, instantInHelsinki, nextDue } from './task.ts'

/** Marks a task as done; one that repeats is there again for its next day. Twice is once. */
export async function finishTask(act: Act<WorkReach>, inForce: InForce, id: string) {
  await lockedWork(act, inForce, { table: 'register.task', id })
  const task = await taskOf(act, id)
  if (!task.done_at) {
    await act.db
      .updateTable('register.task')
      .set({ done_at: act.at, done_by: act.by, at: act.at, revision: task.revision + 1 })
      .where('id', '=', id)
      .execute()
    if (task.repeats && task.due_on) await repeat(act, task)
  }
  await act.record({ what: 'task.done', about: id })
}

/** Opens it again; the repetition that its finishing made goes, unless somebody has touched it. */
export async function reopenTask(act: Act<WorkReach>, inForce: InForce, id: string) {
  await lockedWork(act, inForce, { table: 'register.task', id })
  const task = await taskOf(act, id)
  if (!task.done_at) throw new Refusal('EDITED_MEANWHILE', 409)
  if (task.repeats)
    await act.db
      .deleteFrom('register.task')
      .where('entered_at', '=', task.done_at)
      .where('entered_by', '=', task.done_by ?? '')
      .where('title', '=', task.title)
      .where('done_at', 'is', null)
      .where('revision', '=', 1)
      .where('id', '!=', id)
      .execute()
  const at = task.due_on ? instantInHelsinki(task.due_on, task.due_time ?? '12:00') : task.entered_at
  await act.db
    .updateTable('register.task')
    .set({ done_at: null, done_by: null, at, revision: task.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'task.reopened', about: id })
}

type Task = Awaited<ReturnType<typeof taskOf>>

function taskOf(act: Act<WorkReach>, id: string) {
  return act.db
    .selectFrom('register.task')
    .select(['group_company', 'organisation_id', 'person_id', 'subject_kind', 'subject_id', 'title', 'text'])
    .select([
      'assigned_to',
      'due_on',
      'due_time',
      'remind_at',
      'repeats',
      'repeat_day',
      'done_at',
      'done_by',
      'entered_at',
      'revision',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function repeat(act: Act<WorkReach>, task: Task) {
  const { revision: _, due_on: due, repeats, repeat_day: onDay, remind_at, ...same } = task
  if (!due || !repeats) return
  const due_on = nextDue(due, repeats, dayInHelsinki(act.at), onDay)
  const at = instantInHelsinki(due_on, task.due_time ?? '12:00')
  const before = remind_at ? instantInHelsinki(due, task.due_time ?? '12:00').getTime() - remind_at.getTime() : null
  await act.db
    .insertInto('register.task')
    .values({
      ...{ ...same, id: newId(act.at.getTime()), due_on, repeats, at, done_at: null, done_by: null },
      repeat_day: dayKept(due, repeats, onDay),
      remind_at: before === null ? null : new Date(at.getTime() - before),
      ...{ reminded_at: null, entered_by: act.by, entered_at: act.at },
    })
    .execute()
}
