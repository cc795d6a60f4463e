import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import type { BilledFrom } from './order.ts'

/**
 * S5.11: says whether an order is billed by what goes out of it, or as it stands: work, or what is paid ahead. What was invoiced already is
 * never billed again. Refuses a cancelled order (`ORDER_STATE`).
 */
export async function chooseBilling(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, billedFrom }: { id: string; billedFrom: BilledFrom },
) {
  refuseUnlessWriter(inForce, act, 'com.orders')
  const held = await act.db
    .selectFrom('register.sales_order')
    .select(['state', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.state === 'cancelled') throw new Refusal('ORDER_STATE', 409, { clause: 'S6.3', state: held.state })
  await act.db
    .updateTable('register.sales_order')
    .set({ billed_from: billedFrom, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'order.billing-chosen', about: id, detail: { billedFrom } })
}
