import { type RawBuilder, sql } from 'kysely'
import type { DayPart, TimelinePart, TimelineParty, WorkTrigger } from '#lists'
import { addDays } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { productName } from '../products/products-list.ts'
import { announcedRates, halfOf, nameOfHalf, unknownHalf } from './late-interest.ts'

const of = ({ personId, organisationId }: TimelineParty) =>
  organisationId ? sql`organisation_id = ${organisationId}::uuid` : sql`person_id = ${personId}::uuid`

// What is called as its product is, in any language, is said in the reader's.
const withProduct = (table: string, words: RawBuilder<unknown>, language: Language) => sql`coalesce((
  select case when ${words} in (what.name_fi, what.name_sv, what.name_en) then ${productName(language, 'what')}
    else concat_ws(': ', ${productName(language, 'what')}, ${words}) end
  from register.product what where what.id = ${sql.ref(`${table}.product_id`)}), ${words})`

/** Invoices, payments, reminders, complaints and warranties on the timeline of whom they are about. */
export const invoicingTimeline: readonly TimelinePart[] = [
  {
    kind: 'invoice',
    field: 'com.invoicing',
    rows: (party) => sql`
      select entered_at as at, id, 'invoice' as kind, coalesce(number, text) as title, status as state, entered_by as by, person_id as person
      from register.invoice where ${of(party)}`,
  },
  {
    kind: 'payment',
    field: 'com.invoicing',
    rows: (party) => sql`
      select entered_at as at, id, 'payment' as kind, reference as title, null::text as state, entered_by as by, person_id as person
      from register.payment where ${of(party)}`,
  },
  {
    kind: 'invoice',
    field: 'com.invoicing',
    rows: (party) => sql`
      select entered_at as at, invoice_id as id, 'reminder' as kind, round::text as title, null::text as state, entered_by as by,
        person_id as person
      from register.reminder where ${of(party)}`,
  },
  {
    kind: 'complaint',
    field: 'com.complaints',
    rows: (party, { language }) => sql`
      select entered_at as at, id, 'complaint' as kind, ${withProduct('complaint', sql`left(text, 200)`, language)} as title,
        case when closed_on is not null then 'closed' when taken_on is not null then 'assigned' else 'open' end as state,
        entered_by as by, person_id as person
      from register.complaint where ${of(party)}`,
  },
  {
    kind: 'warranty',
    field: 'com.warranty',
    rows: (party, { language }) => sql`
      select entered_at as at, id, 'warranty' as kind, ${withProduct('warranty', sql`item`, language)} as title, null::text as state, entered_by as by, person_id as person
      from register.warranty where ${of(party)}`,
  },
]

/** What billing settles today: invoices two weeks late, payments that nobody has allocated, and a reference rate that is missing. */
export const invoicingDay: readonly DayPart[] = [
  {
    kind: 'invoice',
    field: 'com.invoicing',
    writes: 'com.invoicing',
    rows: ({ today, most }) => sql`
      select id, number as title, due_on as day, status as state, person_id as person, organisation_id as organisation,
        open_cents::float8 as cents
      from register.invoice where status = 'open' and origin = 'own' and due_on <= ${addDays(today, -14)}::date
      order by due_on, id limit ${most}`,
  },
  {
    kind: 'payment',
    field: 'com.invoicing',
    writes: 'com.invoicing',
    rows: ({ most }) => sql`
      select id, payer_name as title, paid_on as day, null::text as state, person_id as person, organisation_id as organisation,
        left_cents::float8 as cents
      from register.payment where left_cents <> 0 order by paid_on, id limit ${most}`,
  },
  {
    kind: 'reference-rate',
    field: 'com.invoicing',
    writes: 'com.invoicing',
    // Asked for while something is late that its interest hangs on.
    rows: ({ today }) => sql`
      select '00000000-0000-8000-8000-000000000175'::uuid as id, ${nameOfHalf(halfOf(today))} as title, ${halfOf(today)}::date as day,
        null::text as state, null::uuid as person, null::uuid as organisation
      where ${unknownHalf(announcedRates, today, today) !== null}
        and not exists (select from register.reference_rate where half = ${halfOf(today)}::date)
        and exists (select from register.invoice where status = 'open' and origin = 'own' and due_on < ${today}::date)`,
  },
]

/** An invoice has been late for so many days. */
export const invoicingTriggers: readonly WorkTrigger[] = [
  {
    name: 'invoice-overdue',
    subject: 'invoice',
    field: 'com.invoicing',
    asks: ['days'],
    rows: ({ today, days }) => sql`
      select id, person_id as person, organisation_id as organisation, due_on::text as occasion from register.invoice
      where status = 'open' and due_on <= ${addDays(today, -days)}::date`,
  },
]
