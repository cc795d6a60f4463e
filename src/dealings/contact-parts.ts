import { type RawBuilder, sql } from 'kysely'
import type { ContactPart } from '#lists'

const at = (column: string) => sql`(${sql.ref(column)}::timestamp at time zone 'Europe/Helsinki')`
const now = sql`seloste.at()`
const part = (table: string, when: RawBuilder<unknown>, where: RawBuilder<unknown> = sql`true`): ContactPart => ({
  isDeal: true,
  rows: sql`select person_id as person, organisation_id as organisation, group_company, ${when} as at
    from ${sql.table(`register.${table}`)} where ${where}`,
})

// What is open is in touch today: a customer with a running contract or an unpaid invoice is never laid dormant.
/** Each step of the chain, and what is open of it. A draft nobody saw is none. */
export const dealingsContacts: readonly ContactPart[] = [
  part('opportunity', sql`stage_since`, sql`binned_at is null`),
  part('quote_request', sql`greatest(entered_at, ${at('settled_on')})`, sql`binned_at is null`),
  part('quote_version', sql`greatest(sent_at, answered_at)`),
  part('sales_order', sql`case when state in ('open', 'delivered') then ${now} else ${at('ordered_on')} end`),
  part('delivery', at('delivered_on'), sql`delivered_on is not null`),
  part('contract', sql`case when state = 'ended' then ${at('ended_on')} else ${now} end`, sql`state <> 'draft'`),
  part('assignment', sql`case when state = 'open' then ${now} else ${at('settled_on')} end`),
  part(
    'invoice',
    sql`case when status in ('open', 'collection') then ${now} else ${at('issued_on')} end`,
    sql`issued_on is not null`,
  ),
  part('payment', at('paid_on')),
  part('complaint', sql`case when closed_on is null then ${now} else ${at('closed_on')} end`),
]
