import { sql } from 'kysely'
import type { DayPart } from '#lists'
import { addDays } from '#platform/finnish-calendar'

/** What of the register's own waits today: enquiries of one's own or nobody's, and people still to be told. */
export const registerDay: readonly DayPart[] = [
  {
    kind: 'enquiry',
    field: 'com.enquiries',
    writes: 'com.enquiries',
    rows: ({ by, most }) => sql`
      select id, left(message, 160) as title, (received_at at time zone 'Europe/Helsinki')::date as day, state,
        person_id as person, organisation_id as organisation
      from register.enquiry where state in ('new', 'assigned') and (assigned_to is null or assigned_to = ${by})
      order by received_at desc, id desc limit ${most}`,
  },
  {
    kind: 'notice',
    field: 'person.name',
    writes: 'person.name',
    rows: ({ today, most }) => sql`
      select id, source as title, due_on as day, state, person_id as person, null::uuid as organisation
      from register.notice where state in ('queued', 'failed') and due_on <= ${addDays(today, 7)}
      order by due_on, id limit ${most}`,
  },
]
