import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Line } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { comingOf, isWhole } from './delivery.ts'

/** An order from which something goes out, locked until the deed is done: two at once never send the same line twice. */
export async function lockOrder(act: Act<DealingsReach>, id: string) {
  const [locked] = await rowsOf<{ runs: boolean }>(act, sql`select seloste.order_delivered(${id}::uuid, null) as runs`)
  const order = await act.db
    .selectFrom('register.sales_order')
    .select(['id', 'group_company', 'organisation_id', 'person_id', 'contact_person_id', 'state', 'lines'])
    .select('delivery_address')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!order) throw new Refusal('NOT_FOUND', 404, { field: 'order' })
  if (!locked?.runs) throw new Refusal('ORDER_STATE', 409, { clause: 'S6.3', state: order.state })
  return order
}

/** What has gone out of an order and what is left. */
export async function comingOfOrder(act: Act<DealingsReach>, { id, lines }: { id: string; lines: readonly Line[] }) {
  const made = await act.db
    .selectFrom('register.delivery')
    .select('lines')
    .where('order_id', '=', id)
    .where('state', '=', 'delivered')
    .execute()
  return comingOf(
    lines,
    made.map((one) => one.lines),
  )
}

/** Says on the order whether all of it has gone out. */
export async function noteDelivered(act: Act<DealingsReach>, order: { id: string; lines: readonly Line[] }) {
  const whole = isWhole(await comingOfOrder(act, order))
  await rowsOf(act, sql`select seloste.order_delivered(${order.id}::uuid, ${whole})`)
  return whole
}
