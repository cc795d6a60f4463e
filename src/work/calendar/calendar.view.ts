import { sql } from 'kysely'
import type { Look } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, namesOf, type RegisterTables, refuseUnlessSees } from '#register'
import { workField } from '../party-of-work.ts'
import { rowsOf } from '../rows.ts'
import type { WorkReach } from '../tables.ts'

/** One thing of somebody's calendar. */
export interface CalendarEntry {
  id: string
  kind: 'task' | 'call' | 'meeting' | 'visit'
  title: string
  /** The company or the person that it is about. */
  name: string | null
  /** A whole day, where no time is said. */
  day: string | null
  at: Date
  minutes: number | null
  changed: number
}

interface Row extends Omit<CalendarEntry, 'name'> {
  person: string | null
  organisation: string | null
}

/** One's own open tasks with a day and planned activities, from three months back to a year ahead. */
export async function calendarOf(look: Look<WorkReach>, inForce: InForce, { names: isNamed }: { names: boolean }) {
  const today = dayInHelsinki(look.at)
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`
      select id, 'task' as kind, title, case when due_time is null then due_on end as day, at, null::integer as minutes, revision as changed,
        person_id as person, organisation_id as organisation
      from register.task where assigned_to = ${look.by} and done_at is null
        and coalesce(due_on, 'infinity') between ${addDays(today, -90)}::date and ${addDays(today, 366)}::date
      union all
      select id, kind, title, null, at, minutes, revision, person_id, organisation_id
      from register.activity where staff @> array[${look.by}] and state = 'planned'
        and at between ${addDays(today, -90)}::date and ${addDays(today, 366)}::date
      order by at limit 1000`,
  )
  const people = isNamed ? rows.flatMap(({ person }) => person ?? []) : []
  look.saw(people, people.length > 0 ? [workField] : [])
  const companies = isNamed ? rows.map(({ organisation }) => organisation) : []
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, { people, companies })
  return rows.map(
    ({ person, organisation, ...row }): CalendarEntry => ({
      ...row,
      name: names.get(person ?? '') ?? names.get(organisation ?? '') ?? null,
    }),
  )
}

/** How somebody wants to be reminded; the calendar's secret address is not kept. */
export async function workWishesOf(look: Look<WorkReach>, inForce: InForce) {
  refuseUnlessSees(inForce, look, [workField])
  look.saw([], [])
  const wish = await look.db
    .selectFrom('register.work_wish')
    .select(['reminder_mail as reminderMail', 'feed_names as feedNames', 'feed_made_at as feedMadeAt'])
    .where('staff', '=', look.by)
    .executeTakeFirst()
  return wish ?? { reminderMail: false, feedNames: false, feedMadeAt: null }
}
