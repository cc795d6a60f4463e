import { sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { cursorOf, type InForce, idOfCursor, namesOf, type RegisterTables, refuseUnlessSees } from '#register'
import { namesOfStaff } from '../colleagues.view.ts'
import { workField } from '../party-of-work.ts'
import { rowsOf } from '../rows.ts'
import type { Repeats, WorkReach } from '../tables.ts'
import { isLate } from './task.ts'

export interface TasksWish {
  /** An id of staff, `me`, or nothing for everybody's. */
  of?: string
  state?: 'open' | 'done'
  /** Open ones that are due on this day or before. */
  dueBy?: string
  company?: string
  person?: string
  subject?: string
  limit?: number
  after?: string
}

interface Row {
  id: string
  title: string
  text: string | null
  assignedTo: string
  dueOn: string | null
  dueTime: string | null
  remindAt: Date | null
  repeats: Repeats | null
  doneAt: Date | null
  enteredBy: string
  organisation_id: string | null
  person_id: string | null
  subject_kind: string | null
  subject_id: string | null
  revision: number
}

const columns = sql`id, title, text, assigned_to as "assignedTo", due_on as "dueOn", due_time as "dueTime", remind_at as "remindAt", repeats,
  done_at as "doneAt", entered_by as "enteredBy", organisation_id, person_id, subject_kind, subject_id, revision`

/** One page of tasks: open ones by their day, those without a day last; done ones from the latest. */
export async function tasksListed(look: Look<WorkReach>, inForce: InForce, wish: TasksWish) {
  refuseUnlessSees(inForce, look, [workField])
  const { state = 'open', limit = 50 } = wish
  const isDone = state === 'done'
  const key = isDone ? sql`(done_at, id)` : sql`(coalesce(due_on, 'infinity'), coalesce(due_time, '24'), id)`
  const after = wish.after ? idOfCursor(wish.after) : null
  const conditions = [
    isDone ? sql`done_at is not null` : sql`done_at is null`,
    ...(wish.of ? [sql`assigned_to = ${wish.of === 'me' ? look.by : wish.of}`] : []),
    ...(wish.dueBy ? [sql`due_on <= ${wish.dueBy}::date`] : []),
    ...(wish.company ? [sql`organisation_id = ${wish.company}::uuid`] : []),
    ...(wish.person ? [sql`person_id = ${wish.person}::uuid`] : []),
    ...(wish.subject ? [sql`subject_id = ${wish.subject}::uuid`] : []),
    ...(after
      ? [sql`${key} ${sql.raw(isDone ? '<' : '>')} (select ${key} from register.task where id = ${after}::uuid)`]
      : []),
  ]
  const order = isDone ? sql`done_at desc, id desc` : sql`coalesce(due_on, 'infinity'), coalesce(due_time, '24'), id`
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`select ${columns} from register.task where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit + 1}`,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { items: await shown(look, inForce, page), next: rows.length > limit && last ? cursorOf(last.id) : null }
}

/** One task whole; null where this duty sees none such. */
export async function taskOf(look: Look<WorkReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, [workField])
  const rows = await rowsOf<Row>(look, sql<Row>`select ${columns} from register.task where id = ${id}::uuid`)
  const [task] = await shown(look, inForce, rows)
  return task ?? null
}

async function shown(look: Look<WorkReach>, inForce: InForce, rows: readonly Row[]) {
  const people = rows.flatMap(({ person_id }) => person_id ?? [])
  look.saw(people, people.length > 0 ? [workField] : [])
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people,
    companies: rows.map(({ organisation_id }) => organisation_id),
  })
  const staff = await namesOfStaff(
    look,
    rows.flatMap(({ assignedTo, enteredBy }) => [assignedTo, enteredBy]),
  )
  const named = (id: string | null) => (id ? { id, name: names.get(id) ?? null } : null)
  const today = dayInHelsinki(look.at)
  return rows.map(({ organisation_id, person_id, subject_kind, subject_id, ...task }) => ({
    ...task,
    assignedName: staff.get(task.assignedTo) ?? null,
    company: named(organisation_id),
    person: named(person_id),
    subject: subject_kind && subject_id ? { kind: subject_kind, id: subject_id } : null,
    isLate: task.doneAt === null && isLate(task, look.at),
    isToday: task.dueOn === today,
    isOwn: task.enteredBy === look.by,
  }))
}
