import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { InForce } from '#register'
import { allowedOf } from './deal-seen.ts'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

export type StepKind =
  | 'enquiry'
  | 'opportunity'
  | 'quote-request'
  | 'quote'
  | 'order'
  | 'contract'
  | 'assignment'
  | 'delivery'
  | 'invoice'
  | 'credit-note'

/** One document on the line from the first enquiry to the last invoice. */
export interface Step {
  kind: StepKind
  id: string
  title: string | null
  state: string
  at: string
}

/** What a document says of those before it. */
export interface Anchor {
  enquiry?: string | null
  opportunity?: string | null
  request?: string | null
  quote?: string | null
  order?: string | null
  contract?: string | null
}

const place: readonly StepKind[] = [
  'enquiry',
  'opportunity',
  'quote-request',
  'quote',
  'order',
  'contract',
  'assignment',
  'delivery',
  'invoice',
  'credit-note',
]

/** The line that a document stands on, in the order of a sale; steps that this duty does not read are left out. */
export async function chainOf(look: Look<DealingsReach>, inForce: InForce, anchor: Anchor): Promise<Step[]> {
  const sees = allowedOf(inForce, look)
  const known = await beforeOf(look, sees, anchor)
  const id = (value: string | null | undefined) => sql`${value ?? null}::uuid`
  const [quote, order, contract] = [id(known.quote), id(known.order), id(known.contract)]
  const parts: [boolean, RawBuilder<unknown>][] = [
    [
      sees('com.enquiries') && Boolean(known.enquiry),
      sql`select 'enquiry' as kind, id, null::text as title, state, received_at as at from register.enquiry where id = ${id(known.enquiry)}`,
    ],
    [
      sees('com.quotes') && Boolean(known.opportunity),
      sql`select 'opportunity', id, title, state, entered_at from register.opportunity where id = ${id(known.opportunity)} and binned_at is null`,
    ],
    [
      sees('com.quotes') && Boolean(known.request),
      sql`select 'quote-request', id, title, state, entered_at from register.quote_request where id = ${id(known.request)} and binned_at is null`,
    ],
    [
      sees('com.quotes') && Boolean(known.quote),
      sql`select 'quote', id, number, state, entered_at from register.quote where id = ${quote}`,
    ],
    [
      sees('com.orders') && Boolean(known.order),
      sql`select 'order', id, number, state, entered_at from register.sales_order where id = ${order}`,
    ],
    [
      sees('com.contracts') && Boolean(known.order ?? known.contract),
      sql`select 'contract', id, number, state, entered_at from register.contract where id = ${contract} or order_id = ${order}`,
    ],
    [
      sees('com.contracts') && Boolean(known.order ?? known.contract),
      sql`select 'assignment', id, number, state, entered_at from register.assignment where order_id = ${order} or contract_id = ${contract}`,
    ],
    [
      sees('com.delivery') && Boolean(known.order),
      sql`select 'delivery', id, number, state, entered_at from register.delivery where order_id = ${order} and state <> 'cancelled'`,
    ],
    [
      sees('com.invoicing') && Boolean(known.order ?? known.contract),
      sql`select kind, id, number, status, entered_at from register.invoice where order_id = ${order} or contract_id = ${contract}`,
    ],
  ]
  const wanted = parts.flatMap(([may, part]) => (may ? [part] : []))
  if (wanted.length === 0) return []
  const steps = await rowsOf<Step>(
    look,
    sql`select kind, id, title, state, at from (${sql.join(wanted, sql` union all `)}) step (kind, id, title, state, at) order by at, id limit 100`,
  )
  return steps.sort((a, b) => place.indexOf(a.kind) - place.indexOf(b.kind))
}

async function beforeOf(look: Look<DealingsReach>, sees: (field: string) => boolean, anchor: Anchor): Promise<Anchor> {
  const known = { ...anchor }
  if (known.contract && !known.order && sees('com.contracts')) {
    const [row] = await rowsOf<Anchor>(
      look,
      sql`select order_id as "order" from register.contract where id = ${known.contract}::uuid`,
    )
    known.order = row?.order ?? null
  }
  if (known.order && !known.quote && sees('com.orders')) {
    const [row] = await rowsOf<Anchor>(
      look,
      sql`select quote_id as quote, opportunity_id as opportunity from register.sales_order where id = ${known.order}::uuid`,
    )
    Object.assign(known, row)
  }
  const asked = requestOf(known)
  if (asked && sees('com.quotes')) {
    const [row] = await rowsOf<Anchor>(look, asked)
    Object.assign(known, row)
  }
  const isFirst = !known.quote && !known.order && !known.contract
  if (known.opportunity && isFirst && sees('com.quotes')) {
    const [row] = await rowsOf<Anchor>(
      look,
      sql`select id as quote from register.quote where opportunity_id = ${known.opportunity}::uuid
        order by order_id is null, entered_at desc, id desc limit 1`,
    )
    known.quote = row?.quote ?? null
  }
  if (known.quote && sees('com.quotes')) {
    const [row] = await rowsOf<Anchor>(
      look,
      sql`select enquiry_id as enquiry, opportunity_id as opportunity, quote_request_id as request, order_id as "order"
        from register.quote where id = ${known.quote}::uuid`,
    )
    known.enquiry ??= row?.enquiry
    known.opportunity ??= row?.opportunity
    known.request ??= row?.request
    known.order ??= row?.order
  }
  if (known.opportunity && !known.enquiry && sees('com.quotes')) {
    const [row] = await rowsOf<Anchor>(
      look,
      sql`select enquiry_id as enquiry from register.opportunity where id = ${known.opportunity}::uuid`,
    )
    known.enquiry = row?.enquiry ?? null
  }
  return known
}

// A request leads to its newest quote; an opportunity or an enquiry that has no quote yet to its newest request.
function requestOf({ request, opportunity, enquiry, quote, order, contract }: Anchor): RawBuilder<Anchor> | null {
  if (quote || order || contract) return null
  if (request)
    return sql<Anchor>`select id as quote from register.quote where quote_request_id = ${request}::uuid and state <> 'withdrawn'
      order by order_id is null, entered_at desc, id desc limit 1`
  if (!opportunity && !enquiry) return null
  return sql<Anchor>`select id as request from register.quote_request where binned_at is null
    and (opportunity_id = ${opportunity ?? null}::uuid or enquiry_id = ${enquiry ?? null}::uuid) order by entered_at desc, id desc limit 1`
}
