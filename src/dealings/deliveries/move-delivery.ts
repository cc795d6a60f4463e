import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import { dayOfThese } from '../days.ts'
import { nextNumber } from '../next-number.ts'
import type { DealingsReach } from '../reach.ts'
import { afterDelivery, type DeliveryEvent } from './delivery.ts'
import { lockOrder, noteDelivered } from './order-lock.ts'
import { refuseAbove } from './plan-delivery.ts'

export interface DeliveryMove {
  id: string
  event: DeliveryEvent
  /** The day it was handed over; today where nothing is said, never a day to come. */
  deliveredOn?: string
}

/** A delivery went out, or will not. What went out takes its number, and the last one makes the order delivered. */
export async function moveDelivery(act: Act<DealingsReach>, inForce: InForce, move: DeliveryMove) {
  refuseUnlessWriter(inForce, act, 'com.delivery')
  refuseUnlessSees(inForce, act, ['com.orders'])
  const { id, event } = move
  // The order first, always: whoever locks both locks them in one order.
  const found = await act.db.selectFrom('register.delivery').select('order_id').where('id', '=', id).executeTakeFirst()
  if (!found) throw new Refusal('NOT_FOUND', 404)
  const order = await lockOrder(act, found.order_id)
  const held = await act.db
    .selectFrom('register.delivery')
    .select(['id', 'group_company', 'state', 'lines', 'reason', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const state = afterDelivery(event, held.state)
  if (!state) throw new Refusal('DELIVERY_STATE', 409, { clause: 'S5.10', state: held.state })

  if (event === 'cancellation') {
    await act.db
      .updateTable('register.delivery')
      .set({ state, revision: held.revision + 1 })
      .where('id', '=', id)
      .execute()
    await act.record({ what: 'delivery.cancelled', about: id, detail: { order: order.id } })
    return
  }
  const today = dayInHelsinki(act.at)
  const delivered_on = dayOfThese('deliveredOn', move.deliveredOn ?? today, today)
  if (delivered_on > today) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'deliveredOn' })
  await refuseAbove(act, order, held)
  const number = await nextNumber(act, held.group_company, 'delivery')
  await act.db
    .updateTable('register.delivery')
    .set({ state, number, delivered_on, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  const whole = await noteDelivered(act, order)
  await act.record({ what: 'delivery.made', about: id, detail: { order: order.id, whole } })
}
