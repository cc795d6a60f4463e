import { sql } from 'kysely'
import type { DayPart, TimelinePart, WorkTrigger } from '#lists'
import { addDays } from '#platform/finnish-calendar'

const [kind, field] = ['quote-request', 'com.quotes']
const inUse = sql`binned_at is null`
const whose = sql`coalesce(person_id, contact_person_id) as person, organisation_id as organisation`

/** Requests for quotes on the timeline of whoever asks, and of whoever asks for a company. */
export const quoteRequestsTimeline: readonly TimelinePart[] = [
  {
    ...{ kind, field },
    rows: ({ personId, organisationId }) => sql`
      select entered_at as at, id, 'quote-request' as kind, title, state, entered_by as by, person_id as person from register.quote_request
      where ${inUse} and ${organisationId ? sql`organisation_id = ${organisationId}::uuid` : sql`person_id = ${personId}::uuid`}`,
  },
  {
    ...{ kind, field },
    rows: ({ personId }) => sql`
      select entered_at as at, id, 'quote-request' as kind, title, state, entered_by as by, contact_person_id as person from register.quote_request
      where ${inUse} and ${personId ? sql`contact_person_id = ${personId}::uuid and person_id is distinct from ${personId}::uuid` : sql`false`}`,
  },
]

/** One's own requests that are to be answered today or by tomorrow, and those that are late. */
export const quoteRequestsDay: readonly DayPart[] = [
  {
    ...{ kind, field, writes: field },
    rows: ({ by, today, most }) => sql`
      select id, title, answer_by as day, state, ${whose} from register.quote_request
      where state = 'open' and ${inUse} and owner = ${by} and answer_by <= ${addDays(today, 1)}::date
      order by answer_by, id limit ${most}`,
  },
]

/** A request comes near its day: a rule may begin a task. */
export const quoteRequestTriggers: readonly WorkTrigger[] = [
  {
    name: 'quote-request-due',
    subject: kind,
    field,
    asks: ['days'],
    rows: ({ today, days }) => sql`select id, ${whose}, answer_by::text as occasion from register.quote_request
      where state = 'open' and ${inUse} and answer_by between ${today}::date and ${addDays(today, days)}::date`,
  },
]
