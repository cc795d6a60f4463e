import type { Act } from '#ledger'
import { type InForce, type RegisterTables, refuseUnlessWriter } from '#register'
import { workField } from './party-of-work.ts'
import type { WorkReach } from './tables.ts'

/** Marks one's own notifications as seen: those named, or all. */
export async function seeNotifications(act: Act<WorkReach>, inForce: InForce, ids?: readonly string[]) {
  refuseUnlessWriter(inForce, act as unknown as Act<RegisterTables>, workField)
  await act.db
    .updateTable('register.notification')
    .set({ seen_at: act.at })
    .where('staff', '=', act.by)
    .where('seen_at', 'is', null)
    .$if(Boolean(ids), (query) => query.where('id', 'in', [...(ids ?? [])]))
    .execute()
  await act.record({ what: 'notifications.seen', about: act.by })
}
