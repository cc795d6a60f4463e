import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter, textOfDeal } from '#register'
import type { DealingsReach } from '../reach.ts'
import { afterOrder, isRunning, type OrderEvent } from './order.ts'
import { takeBackSale } from './take-back-sale.ts'

/**
 * Closes an order, cancels one of which nothing has gone out, or opens it again. Closing short and cancelling need a reason. Answers whose
 * erasure may go on, where the order held one (S12.15).
 */
export async function moveOrder(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, event, reason }: { id: string; event: OrderEvent; reason?: string },
): Promise<string | null> {
  refuseUnlessWriter(inForce, act, 'com.orders')
  const held = await act.db
    .selectFrom('register.sales_order')
    .select(['id', 'state', 'revision', 'held_at', 'person_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const state = afterOrder(event, held.state)
  if (!state) throw new Refusal('ORDER_STATE', 409, { clause: 'S6.3', state: held.state })
  if (event === 'cancellation' && (await isGoingOut(act, id)))
    throw new Refusal('ORDER_HAS_GONE_OUT', 409, { clause: 'S5.10' })
  const why = textOfDeal('com.orders', reason, 2000)
  const isShort = event === 'cancellation' || (event === 'closure' && held.state === 'open')
  if (isShort && !why) throw new Refusal('VALUE_REQUIRED', 422, { field: 'reason', clause: 'S6.3' })

  const settled_on = isRunning(state) ? null : dayInHelsinki(act.at)
  await act.db
    .updateTable('register.sales_order')
    .set({ state, settled_on, reason: settled_on ? why : null, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'order.moved', about: id, detail: { from: held.state, to: state } })
  if (event === 'cancellation') await takeBackSale(act, { id, personId: held.person_id })
  return held.held_at && !isRunning(state) ? held.person_id : null
}

async function isGoingOut(act: Act<DealingsReach>, id: string) {
  const found = await act.db
    .selectFrom('register.delivery')
    .select('id')
    .where('order_id', '=', id)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  return found !== undefined
}
