import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { refuseEdited } from '../deal-parts.ts'
import { ofStaff } from '../opportunities/open-opportunity.ts'
import type { DealingsReach } from '../reach.ts'
import { isRunning } from './order.ts'

export interface OrderChange {
  id: string
  revision?: number
  owner: string | null
}

/** Changes who looks after an order that is under way; what was ordered stays as it was. */
export async function changeOrder(act: Act<DealingsReach>, inForce: InForce, { id, revision, owner }: OrderChange) {
  refuseUnlessWriter(inForce, act, 'com.orders')
  const held = await act.db
    .selectFrom('register.sales_order')
    .select(['state', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  refuseEdited(held, revision)
  if (!isRunning(held.state)) throw new Refusal('ORDER_STATE', 409, { clause: 'S6.3', state: held.state })
  await act.db
    .updateTable('register.sales_order')
    .set({ owner: owner && (await ofStaff(act, owner)), revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'order.changed', about: id, detail: { changed: ['owner'] } })
}
