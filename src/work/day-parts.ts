import { sql } from 'kysely'
import type { DayPart } from '#lists'
import { addDays } from '#platform/finnish-calendar'
import { workField } from './party-of-work.ts'

/** What of one's own work waits today: planned calls, meetings and visits of today and of days that are over. */
export const workDay: readonly DayPart[] = [
  {
    kind: 'activity',
    field: workField,
    rows: ({ by, today, most }) => sql`
      select id, title, (at at time zone 'Europe/Helsinki')::date as day, kind as state, person_id as person, organisation_id as organisation
      from register.activity
      where staff @> array[${by}] and state = 'planned' and at < ((${addDays(today, 1)}::date)::timestamp at time zone 'Europe/Helsinki')
      order by at, id limit ${most}`,
  },
]
