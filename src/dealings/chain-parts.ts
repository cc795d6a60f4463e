import { type RawBuilder, sql } from 'kysely'
import type { DayPart, TimelinePart, TimelineParty, WorkTrigger } from '#lists'
import { addDays } from '#platform/finnish-calendar'
import { quoteRequestsDay, quoteRequestsTimeline, quoteRequestTriggers } from './quote-requests/quote-request-parts.ts'

export { dealingsContacts } from './contact-parts.ts'
export { quoteRequestsBin } from './quote-requests/discard-quote-request.ts'

interface Kept {
  kind: string
  field: string
  table: string
  title: RawBuilder<unknown>
  hasContact: boolean
}

const numbered = sql`nullif(concat_ws(' · ', number, title), '')`
const kept: readonly Kept[] = [
  { kind: 'quote', field: 'com.quotes', table: 'register.quote', title: numbered, hasContact: true },
  { kind: 'order', field: 'com.orders', table: 'register.sales_order', title: numbered, hasContact: true },
  { kind: 'delivery', field: 'com.delivery', table: 'register.delivery', title: sql`number`, hasContact: true },
  { kind: 'contract', field: 'com.contracts', table: 'register.contract', title: numbered, hasContact: true },
  { kind: 'assignment', field: 'com.contracts', table: 'register.assignment', title: numbered, hasContact: false },
]

/** Requests for quotes and what came of them, to contracts and assignments, on the timeline of their customer, and of whoever they are for. */
export const chainTimeline: readonly TimelinePart[] = [...quoteRequestsTimeline, ...kept.flatMap(partsOf)]

function partsOf(of: Kept): TimelinePart[] {
  return [
    { kind: of.kind, field: of.field, rows: (party) => rowsOf(of, 'person_id', theirs(party)) },
    ...(of.hasContact
      ? [
          {
            kind: of.kind,
            field: of.field,
            rows: ({ personId }: TimelineParty) => rowsOf(of, 'contact_person_id', asContact(personId)),
          },
        ]
      : []),
  ]
}

function rowsOf({ kind, table, title }: Kept, person: string, condition: RawBuilder<unknown>) {
  return sql`select entered_at as at, id, ${kind}::text as kind, ${title} as title, state, entered_by as by, ${sql.ref(person)} as person
    from ${sql.table(table)} where ${condition}`
}

function theirs({ personId, organisationId }: TimelineParty) {
  return organisationId ? sql`organisation_id = ${organisationId}::uuid` : sql`person_id = ${personId}::uuid`
}

function asContact(personId: string | undefined) {
  return personId
    ? sql`contact_person_id = ${personId}::uuid and person_id is distinct from ${personId}::uuid`
    : sql`false`
}

const whose = sql`coalesce(person_id, contact_person_id) as person, organisation_id as organisation`

/** One's own requests to answer, quotes about to expire, deliveries to make, contracts to decide on, and assignments past their day. */
export const chainDay: readonly DayPart[] = [
  ...quoteRequestsDay,
  {
    kind: 'quote',
    field: 'com.quotes',
    writes: 'com.quotes',
    rows: ({ by, today, most }) => sql`
      select id, concat_ws(' · ', number, title) as title, valid_until as day, state, ${whose} from register.quote
      where state = 'sent' and owner = ${by} and valid_until between ${today}::date and ${addDays(today, 5)}::date
      order by valid_until, id limit ${most}`,
  },
  {
    kind: 'delivery',
    field: 'com.delivery',
    writes: 'com.delivery',
    rows: ({ today, most }) => sql`
      select id, number as title, planned_on as day, state, ${whose} from register.delivery
      where state = 'planned' and planned_on <= ${addDays(today, 2)}::date order by planned_on, id limit ${most}`,
  },
  {
    // Asked a month before notice must be given; what renews by itself is asked about too.
    kind: 'contract',
    field: 'com.contracts',
    writes: 'com.contracts',
    rows: ({ by, today, most }) => sql`
      select id, concat_ws(' · ', number, title) as title, (ends_on - make_interval(months => notice_months))::date as day, state, ${whose}
      from register.contract where state = 'active' and owner = ${by}
        and ends_on between ${today}::date and (${addDays(today, 30)}::date + make_interval(months => notice_months))::date
      order by ends_on, id limit ${most}`,
  },
  {
    kind: 'assignment',
    field: 'com.contracts',
    writes: 'com.contracts',
    rows: ({ by, today, most }) => sql`
      select id, concat_ws(' · ', number, title) as title, ends_on as day, state, person_id as person, organisation_id as organisation
      from register.assignment where state = 'open' and owner = ${by} and ends_on <= ${today}::date order by ends_on, id limit ${most}`,
  },
]

/** Upon what of the chain a when–then rule may start. */
export const chainTriggers: readonly WorkTrigger[] = [
  ...quoteRequestTriggers,
  {
    name: 'quote-expires',
    subject: 'quote',
    field: 'com.quotes',
    asks: ['days'],
    rows: ({ today, days }) => sql`select id, ${whose}, valid_until::text as occasion from register.quote
      where state = 'sent' and valid_until between ${today}::date and ${addDays(today, days)}::date`,
  },
  {
    name: 'contract-renews',
    subject: 'contract',
    field: 'com.contracts',
    asks: ['days'],
    rows: ({ today, days }) => sql`select id, ${whose}, ends_on::text as occasion from register.contract
      where state = 'active' and ends_on between ${today}::date and ${addDays(today, days)}::date`,
  },
]
