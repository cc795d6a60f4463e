import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees } from '#register'
import { chainOf } from '../chain.view.ts'
import { allowedOf, type PartySeen, partyColumns, sawParties } from '../deal-seen.ts'
import type { Line } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type DeliveryState, eventsOfDelivery, type Gone } from './delivery.ts'

interface Row extends PartySeen {
  id: string
  order: string
  state: DeliveryState
  lines: Gone[]
  ordered: Line[] | null
}

/** One delivery, with what its lines are of; null where this duty sees none such. */
export async function deliveryOf(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.delivery'])
  const sees = allowedOf(inForce, look)
  const order = sees('com.orders')
    ? sql`(select sales_order.number from register.sales_order where sales_order.id = delivery.order_id) as "orderNumber",
        (select sales_order.lines from register.sales_order where sales_order.id = delivery.order_id) as ordered`
    : sql`null::text as "orderNumber", null::jsonb as ordered`
  const [row] = await rowsOf<Row>(
    look,
    sql`select delivery.id, delivery.number, delivery.state, delivery.lines, delivery.planned_on as "plannedOn",
        delivery.delivered_on as "deliveredOn", delivery.address, delivery.reason, delivery.note, delivery.order_id as "order",
        delivery.group_company as "groupCompany", delivery.entered_at as "enteredAt", delivery.revision, ${order},
        ${partyColumns(sees, 'delivery')}
      from register.delivery where delivery.id = ${id}::uuid`,
  )
  sawParties(look, row ? [row] : [], ['com.delivery'])
  if (!row) return null
  const { ordered, ...delivery } = row
  const wordsOf = new Map(ordered?.map((line) => [line.id, line]))
  return {
    ...delivery,
    lines: row.lines.map((gone) => {
      const { text = null, unit = null, quantity = null } = wordsOf.get(gone.line) ?? {}
      return { ...gone, text, unit, ordered: quantity }
    }),
    events: sees('com.delivery', 'write') ? eventsOfDelivery(row.state) : [],
    may: { invoice: row.state === 'delivered' && sees('com.invoicing', 'write') },
    chain: await chainOf(look, inForce, { order: row.order }),
  }
}
