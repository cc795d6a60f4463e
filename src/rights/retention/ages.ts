import { type RawBuilder, sql } from 'kysely'
import type { RetentionRule } from '#statement'

/** Records whose time in section 11 runs on their own: of which class, from which day, and what happens at its end. */
export interface Age {
  class: string
  table: string
  /** The day that the time began, as SQL on a row of the table. */
  start: RawBuilder<unknown>
  /** Rows whose time has not begun are left out. */
  where: RawBuilder<unknown>
  /** `forget` takes the person out of the row and leaves the count. */
  then: 'delete' | 'forget'
  duty: 'retention' | 'rights'
  /** Whom the row names, as SQL: a list of ids. */
  people: RawBuilder<unknown>
}

export const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/Helsinki')::date`
const rows = (
  aClass: string,
  table: string,
  start: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  people: RawBuilder<unknown> = sql`array[${sql.ref(`${table}.person_id`)}]`,
): Age => ({
  ...{ class: aClass, table: `register.${table}`, start, where, people },
  ...{ then: 'delete' as const, duty: 'retention' as const },
})
const listed = sql`people`
const contact = sql`array[person_id, contact_person_id]`
// S8.3: what a legal claim needs stays past its time, until the claim is closed or its review comes.
const unclaimed = (aClass: string, table: string) => sql`not exists (
  select from register.legal_hold claim where claim.person_id = ${sql.ref(`${table}.person_id`)} and claim.closed_at is null
    and ${aClass}::text = any(claim.scope) and claim.review_on >= (seloste.at() at time zone 'Europe/Helsinki')::date)`
// S11: a deal with a company runs from the day that the company's last relationship ended; a person's goes with the person.
const ofCompany = (table: string) => sql`(
  select (firm.closed_at at time zone 'Europe/Helsinki')::date from register.organisation firm
  where firm.id = ${sql.ref(`${table}.organisation_id`)})`
const ended = sql`state in ('withdrawn', 'refused', 'expired', 'invalidated', 'revoked')`

/** In the order of erasing: what leans on another record goes before it. */
export const ages: readonly Age[] = [
  rows(
    'invoice-voucher',
    'invoice',
    sql`fiscal_year_end`,
    sql`status in ('paid', 'credited') and ${unclaimed('invoice-voucher', 'invoice')}`,
    contact,
  ),
  // After the invoices it was for: whatever still leans on one waits for that one's time.
  rows(
    'invoice-voucher',
    'payment',
    sql`fiscal_year_end`,
    sql`not exists (select from register.payment_allocation part where part.payment_id = payment.id)
      and ${unclaimed('invoice-voucher', 'payment')}`,
  ),
  rows(
    'complaint-warranty',
    'complaint',
    sql`closed_on`,
    sql`closed_on is not null and ${unclaimed('complaint-warranty', 'complaint')}`,
    sql`parties || person_id`,
  ),
  rows('complaint-warranty', 'warranty', sql`claim_until`, unclaimed('complaint-warranty', 'warranty')),
  rows('order-contract', 'opportunity', ofCompany('opportunity'), sql`person_id is null`, contact),
  rows('order-contract', 'quote_request', ofCompany('quote_request'), sql`person_id is null`, contact),
  rows('order-contract', 'delivery', ofCompany('delivery'), sql`person_id is null and state <> 'planned'`, contact),
  rows('order-contract', 'quote', ofCompany('quote'), sql`person_id is null`, contact),
  rows(
    'order-contract',
    'sales_order',
    ofCompany('sales_order'),
    sql`person_id is null and state <> 'open' and not exists (select from register.delivery left_over where left_over.order_id = sales_order.id)`,
    contact,
  ),
  rows(
    'order-contract',
    'assignment',
    ofCompany('assignment'),
    sql`person_id is null and state <> 'open'`,
    sql`array(select listed.person_id from register.assignment_contact listed where listed.assignment_id = assignment.id)`,
  ),
  // An invoice that nobody finished is no voucher: it goes with the deals that it would have billed.
  rows('order-contract', 'invoice', ofCompany('invoice'), sql`person_id is null and status = 'draft'`, contact),
  rows(
    'order-contract',
    'contract',
    ofCompany('contract'),
    sql`person_id is null and state in ('draft', 'ended')`,
    contact,
  ),
  // Whoever asked once and was never put into the register: their name and words are in the enquiry alone.
  rows('lead', 'enquiry', day('received_at'), sql`state = 'closed' and person_id is null and organisation_id is null`),
  rows(
    'consent-proof',
    'consent_event',
    day('at'),
    sql`exists (select from register.consent held where held.person_id = consent_event.person_id and held.purpose = consent_event.purpose
      and held.channel = consent_event.channel and held.since >= consent_event.at and held.${ended})`,
  ),
  rows('consent-proof', 'consent', day('since'), ended),
  // What goes with a message: its correspondents, its subject and its words.
  rows(
    'message-log',
    'message',
    day('at'),
    sql`true`,
    sql`array(select one.person_id from register.message_person one where one.message_id = message.id)`,
  ),
  rows('rights-case', 'legal_hold', day('closed_at'), sql`closed_at is not null`),
  rows(
    'rights-case',
    'authority_request',
    sql`(coalesce(released_at, decided_at) at time zone 'Europe/Helsinki')::date`,
    sql`state in ('released', 'declined')`,
    listed,
  ),
  rows('access-log', 'disclosure', day('at'), sql`true`, listed),
  rows('access-log', 'paper_item', day('destroyed_at'), sql`destroyed_at is not null`, listed),
  rows('access-log', 'recipient_notice', day('settled_at'), sql`settled_at is not null`),
  {
    ...rows(
      'message-log',
      'campaign_recipient',
      day('settled_at'),
      sql`settled_at is not null and person_id is not null`,
    ),
    ...{ then: 'forget', duty: 'rights' },
  },
]

// Art. 18(2) GDPR: what is restricted is stored, whatever its time; docs/decisions/0011.
/** SQL over a row: whether its time may end it. */
export function isFree({ people }: Pick<Age, 'people'>) {
  return sql`seloste.restricted_since(${people}) is null`
}

/** The last day that a row is kept, as SQL: the same arithmetic as `keptUntil`. */
export function lastDay(
  { start, period }: Pick<RetentionRule, 'start'> & { period?: string | null },
  from: RawBuilder<unknown>,
) {
  if (!period) return null
  const began =
    start === 'end-of-calendar-year-in-which-fiscal-year-ended'
      ? sql`make_date(extract(year from ${from})::integer, 12, 31)`
      : from
  return sql`(${began} + ${period}::interval)::date`
}
