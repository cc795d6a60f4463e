import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { InForce, SaidParty } from '#register'
import { allowedOf } from './deal-seen.ts'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** A document as a card lists it. */
export interface DocumentSeen {
  id: string
  number: string | null
  title: string | null
  state: string
  day: string
  totalCents: number | null
  personId: string | null
}

interface Kind {
  field: string
  query: RawBuilder<unknown>
  hasContact: boolean
}

const kinds: Record<string, Kind> = {
  quoteRequests: {
    field: 'com.quotes',
    hasContact: true,
    query: sql`select id, null::text as number, title, state, coalesce(answer_by, (entered_at at time zone 'Europe/Helsinki')::date) as day,
      null::float8 as "totalCents", person_id as "personId" from register.quote_request`,
  },
  quotes: {
    field: 'com.quotes',
    hasContact: true,
    query: sql`select id, number, title, case when state = 'sent' and valid_until < (seloste.at() at time zone 'Europe/Helsinki')::date
        then 'expired' else state end as state, valid_until as day, total_cents::float8 as "totalCents", person_id as "personId"
      from register.quote`,
  },
  orders: {
    field: 'com.orders',
    hasContact: true,
    query: sql`select id, number, title, state, ordered_on as day, total_cents::float8 as "totalCents", person_id as "personId"
      from register.sales_order`,
  },
  deliveries: {
    field: 'com.delivery',
    hasContact: true,
    query: sql`select id, number, null::text as title, state, coalesce(delivered_on, planned_on) as day, null::float8 as "totalCents",
      person_id as "personId" from register.delivery`,
  },
  contracts: {
    field: 'com.contracts',
    hasContact: true,
    query: sql`select id, number, title, state, starts_on as day, nullif(total_cents, 0)::float8 as "totalCents", person_id as "personId"
      from register.contract`,
  },
  assignments: {
    field: 'com.contracts',
    hasContact: false,
    query: sql`select id, number, title, state, starts_on as day, null::float8 as "totalCents", person_id as "personId"
      from register.assignment`,
  },
}

/** The quotes, orders, deliveries, contracts and assignments of a company or a person, the newest first; null where not read. */
export async function chainOfParty(
  look: Look<DealingsReach>,
  inForce: InForce,
  { organisationId, personId }: SaidParty,
) {
  const allowed = allowedOf(inForce, look)
  const seen = new Set<string>(personId ? [personId] : [])
  const fields = new Set<string>()
  const lists: Record<string, { items: DocumentSeen[]; mayAdd: boolean } | null> = {}
  for (const [name, { field, query, hasContact }] of Object.entries(kinds)) {
    lists[name] = null
    if (!allowed(field)) continue
    const items = await rowsOf<DocumentSeen>(
      look,
      sql`${query} where ${theirs({ organisationId, personId }, hasContact)} order by entered_at desc, id desc limit 20`,
    )
    lists[name] = { items, mayAdd: allowed(field, 'write') }
    for (const item of items) if (item.personId) seen.add(item.personId)
    if (items.length > 0) fields.add(field)
  }
  look.saw(fields.size > 0 ? [...seen] : [], [...fields])
  return lists
}

function theirs({ organisationId, personId }: SaidParty, hasContact: boolean) {
  if (organisationId) return sql`organisation_id = ${organisationId}::uuid`
  return hasContact
    ? sql`(person_id = ${personId}::uuid or contact_person_id = ${personId}::uuid)`
    : sql`person_id = ${personId}::uuid`
}
