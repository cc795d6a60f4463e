import type { Act } from '#ledger'
import type { WorkReach } from './tables.ts'

/** Marks one's own notifications as seen: those named, or all. */
export async function seeNotifications(act: Act<WorkReach>, ids?: readonly string[]) {
  await act.db
    .updateTable('register.notification')
    .set({ seen_at: act.at })
    .where('staff', '=', act.by)
    .where('seen_at', 'is', null)
    .$if(Boolean(ids), (query) => query.where('id', 'in', [...(ids ?? [])]))
    .execute()
  await act.record({ what: 'notifications.seen', about: act.by })
}
