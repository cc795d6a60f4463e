import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import { type InForce, refuseUnlessSees } from '#register'
import { chainOf } from '../chain.view.ts'
import { allowedOf, type PartySeen, partyColumns, sawParties, staffName } from '../deal-seen.ts'
import { comingOf, type Gone } from '../deliveries/delivery.ts'
import { type Line, totalsOf } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { eventsOfOrder, isRunning, type OrderState } from './order.ts'

interface Row extends PartySeen {
  id: string
  number: string
  state: OrderState
  lines: Line[]
  quote: string | null
  opportunity: string | null
}

interface DeliverySeen {
  id: string
  number: string | null
  state: 'planned' | 'delivered' | 'cancelled'
  plannedOn: Day
  deliveredOn: Day | null
  lines: Gone[]
}

/** One order with what has gone out of it, what may be done with it, and the line it stands on; null where this duty sees none such. */
export async function orderOf(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.orders'])
  const sees = allowedOf(inForce, look)
  const [row] = await rowsOf<Row>(
    look,
    sql`select sales_order.id, sales_order.number, sales_order.state, sales_order.title, sales_order.language, sales_order.lines,
        sales_order.ordered_on as "orderedOn", sales_order.wanted_on as "wantedOn", sales_order.settled_on as "settledOn",
        sales_order.buyer_name as "buyerName", sales_order.buyer_reference as "buyerReference",
        sales_order.delivery_address as "deliveryAddress", sales_order.payment_days as "paymentDays", sales_order.terms, sales_order.reason, sales_order.billed_from as "billedFrom",
        sales_order.left_unbilled as "leftUnbilled",
        sales_order.quote_id as quote, sales_order.quote_version as "quoteVersion", sales_order.opportunity_id as opportunity,
        sales_order.group_company as "groupCompany", sales_order.owner, ${staffName(sql`sales_order.owner`)} as "ownerName",
        sales_order.source, sales_order.entered_at as "enteredAt", sales_order.revision, ${partyColumns(sees, 'sales_order')}
      from register.sales_order where sales_order.id = ${id}::uuid`,
  )
  sawParties(look, row ? [row] : [], ['com.orders'])
  if (!row) return null
  const deliveries = sees('com.delivery') ? await deliveriesOf(look, id) : null
  const going = deliveries?.filter(({ state }) => state !== 'cancelled') ?? []
  const made = going.filter(({ state }) => state === 'delivered').map(({ lines }) => lines)
  const runs = isRunning(row.state)
  const mayWrite = sees('com.orders', 'write')
  return {
    ...row,
    totals: totalsOf(row.lines),
    coming: deliveries && comingOf(row.lines, made),
    deliveries,
    events: mayWrite ? eventsOfOrder(row.state, { hasGone: going.length > 0 }) : [],
    may: {
      owner: runs && mayWrite,
      deliver: runs && sees('com.delivery', 'write'),
      billedFrom: row.state !== 'cancelled' && mayWrite,
      contract: row.state !== 'cancelled' && sees('com.contracts', 'write'),
      invoice: row.state !== 'cancelled' && sees('com.invoicing', 'write'),
    },
    chain: await chainOf(look, inForce, { order: id, quote: row.quote, opportunity: row.opportunity }),
  }
}

function deliveriesOf(look: Look<DealingsReach>, orderId: string) {
  return rowsOf<DeliverySeen>(
    look,
    sql`select id, number, state, planned_on as "plannedOn", delivered_on as "deliveredOn", lines
      from register.delivery where order_id = ${orderId}::uuid order by planned_on, id limit 200`,
  )
}
