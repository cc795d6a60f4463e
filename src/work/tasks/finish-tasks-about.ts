import type { Act } from '#ledger'
import { type InForce, verdictOn } from '#register'
import { type SaidSubject, workField } from '../party-of-work.ts'
import type { WorkReach } from '../tables.ts'
import { finishTask } from './settle-task.ts'

/** Marks the tasks of whoever acts as done that hang on a deal which is settled now. Answers how many; none where they write no tasks. */
export async function finishTasksAbout(act: Act<WorkReach>, inForce: InForce, { kind, id }: SaidSubject) {
  if (!verdictOn(inForce, act, workField, 'write').allowed) return 0
  const open = await act.db
    .selectFrom('register.task')
    .select('id')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('assigned_to', '=', act.by)
    .where('done_at', 'is', null)
    .execute()
  for (const task of open) await finishTask(act, inForce, task.id)
  return open.length
}
