import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import type { PartySeen } from '../deal-seen.ts'
import type { BilledFrom } from '../orders/order.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { contractsToBill, ordersToBill } from './waiting-rows.view.ts'

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
  /** The credit notes because of which it waits again. */
  credited: { id: string; number: string | null }[]
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

/** A look, or a deed that must know what is seen. */
export type Reading = Pick<Look<DealingsReach>, 'db'>

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
  look: Reading,
  places: readonly Place[],
  { sees, today }: { sees: (field: string) => boolean; today: Day },
): Promise<ToBill[]> {
  const ids = (kind: Place['kind']) => places.filter((place) => place.kind === kind).map(({ id }) => id)
  const [orders, contracts] = [
    (await ordersToBill(look, ids('order'), sees)).map(({ left: _, ...row }) => row),
    await contractsToBill(look, ids('contract'), { sees, today }),
  ]
  const found = new Map([...orders, ...contracts].map((row) => [row.id, row]))
  return places.flatMap(({ id }) => found.get(id) ?? [])
}
