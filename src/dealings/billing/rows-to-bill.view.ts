import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import { billingPeriod, periodsBegun } from '../contracts/contract.ts'
import { type PartySeen, partyColumns } from '../deal-seen.ts'
import type { Gone } from '../deliveries/delivery.ts'
import { type Line, totalsOf } from '../lines.ts'
import { leftToBill } from '../orders/left-to-bill.ts'
import type { BilledBefore, BilledFrom } from '../orders/order.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/** What waits to be billed: what went out of an order, all of an order that is billed as it stands, or a period of a contract. */
export interface ToBill extends PartySeen {
  kind: 'order' | 'contract'
  id: string
  number: string | null
  title: string | null
  /** The day of the last delivery, of the order or of its end, or on which the period of a contract began. */
  since: Day
  /** The last day of a contract's period. */
  until: Day | null
  /** Of an order; null for a contract. */
  billedFrom: BilledFrom | null
  /** How many periods of a contract wait, this one included. */
  periods: number
  lines: number
  netCents: number
  totalCents: number
}

export interface Waiting {
  groupCompany: string
  today: Day
  /** Whose, where one customer is meant. */
  company?: string
  person?: string
  orders: boolean
  contracts: boolean
}

export type Place = Pick<ToBill, 'kind' | 'id' | 'since'>

/** So many of what waits after a place, the oldest first: both kinds from the index of what the database has counted. */
export function placesToBill(
  look: Look<DealingsReach>,
  { groupCompany, today, company, person, orders, contracts }: Waiting,
  { after, most }: { after: Pick<Place, 'id' | 'since'> | null; most: number },
): Promise<Place[]> {
  const waits = (kind: Place['kind'], table: string, since: string) => {
    const day = sql.ref(since)
    return sql`(select ${sql.lit(kind)} as kind, id, ${day} as since from ${sql.table(table)}
      where group_company = ${groupCompany} and ${day} <= ${today}::date and held_at is null
        ${company ? sql`and organisation_id = ${company}::uuid` : sql``} ${person ? sql`and person_id = ${person}::uuid` : sql``}
        ${after ? sql`and (${day}, id) > (${after.since}::date, ${after.id}::uuid)` : sql``}
      order by ${day}, id limit ${most})`
  }
  const parts = [
    ...(orders ? [waits('order', 'register.sales_order', 'waits_since')] : []),
    ...(contracts ? [waits('contract', 'register.contract', 'bills_next')] : []),
  ]
  if (parts.length === 0) return Promise.resolve([])
  return rowsOf<Place>(
    look,
    sql<Place>`select kind, id, since from (${sql.join(parts, sql` union all `)}) waiting order by since, id limit ${most}`,
  )
}

/** What stands at these places, in their order. */
export async function rowsToBill(
  look: Look<DealingsReach>,
  places: readonly Place[],
  { sees, today }: { sees: (field: string) => boolean; today: Day },
): Promise<ToBill[]> {
  const ids = (kind: Place['kind']) => places.filter((place) => place.kind === kind).map(({ id }) => id)
  const [orders, contracts] = [
    await ordersToBill(look, ids('order'), sees),
    await contractsToBill(look, ids('contract'), { sees, today }),
  ]
  const found = new Map([...orders, ...contracts].map((row) => [row.id, row]))
  return places.flatMap(({ id }) => found.get(id) ?? [])
}

type Sees = (field: string) => boolean

async function ordersToBill(look: Look<DealingsReach>, ids: readonly string[], sees: Sees): Promise<ToBill[]> {
  if (ids.length === 0) return []
  const all = (lines: string, of: RawBuilder<unknown>) =>
    sql`coalesce((select jsonb_agg(${sql.ref(lines)}) from ${of}), '[]')`
  const rows = await rowsOf<
    ToBill & { ordered: Line[]; gone: Gone[][]; billed: Line[][]; before: BilledBefore; billedFrom: BilledFrom }
  >(
    look,
    sql`select 'order' as kind, sales_order.id, sales_order.number, sales_order.title, sales_order.waits_since as since, null::date as until,
        sales_order.billed_from as "billedFrom", 1 as periods, sales_order.lines as ordered, sales_order.billed_before as before, ${partyColumns(sees, 'sales_order')},
        ${all('made.lines', sql`register.delivery made where made.order_id = sales_order.id and made.state = 'delivered'`)} as gone,
        ${all('invoice.lines', sql`register.invoice where invoice.order_id = sales_order.id and invoice.complaint_id is null`)} as billed
      from register.sales_order where id = any(${[...ids]}::uuid[]) and waits_since is not null`,
  )
  return rows.map(({ ordered, gone, billed, before, ...row }) => {
    const isWhole = gone.length === 0 || row.billedFrom === 'order'
    return {
      ...row,
      ...sumsOf(leftToBill({ lines: ordered, gone: isWhole ? null : gone, all: gone, billed: [...billed, before] })),
    }
  })
}

async function contractsToBill(
  look: Look<DealingsReach>,
  ids: readonly string[],
  { sees, today }: { sees: Sees; today: Day },
): Promise<ToBill[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf<ToBill & { startsOn: Day; months: number; last: Day | null; billed: number; said: Line[] }>(
    look,
    sql`select 'contract' as kind, contract.id, contract.number, contract.title, contract.starts_on as "startsOn", contract.bills_next as since,
        contract.billing_months as months, contract.lines as said,
        case when state = 'ended' then ended_on when state = 'noticed' or renewal = 'fixed' then ends_on end as last,
        (select count(*)::integer from register.invoice where invoice.contract_id = contract.id and invoice.kind = 'invoice'
          and invoice.status <> 'credited' and invoice.binned_at is null and invoice.period_until > contract.bills_next) as billed, null as "billedFrom", ${partyColumns(sees, 'contract')}
      from register.contract where id = any(${[...ids]}::uuid[]) and bills_next is not null`,
  )
  return rows.map(({ startsOn, months, last, billed, said, ...row }) => {
    const { to } = billingPeriod(startsOn, months, row.since)
    const begun = periodsBegun({ startsOn, months }, row.since, last && last < today ? last : today)
    return { ...row, until: to, periods: begun - billed, ...sumsOf(said) }
  })
}

function sumsOf(lines: readonly Line[]) {
  const { net, total } = totalsOf(lines)
  return { lines: lines.length, netCents: net, totalCents: total }
}
