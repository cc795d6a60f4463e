import { newSecret } from '#access'
import type { Act } from '#ledger'
import { type InForce, type RegisterTables, refuseUnlessWriter } from '#register'
import { workField } from '../party-of-work.ts'
import type { WorkReach } from '../tables.ts'

/** Makes a new secret address for one's own calendar; the one before stops working. The secret is shown once. */
export async function makeFeedAddress(act: Act<WorkReach>, inForce: InForce): Promise<{ secret: string }> {
  refuseUnlessWriter(inForce, act as unknown as Act<RegisterTables>, workField)
  const { secret, digest } = newSecret()
  const feed = { feed_digest: digest, feed_duty: act.duty, feed_made_at: act.at }
  await act.db
    .insertInto('register.work_wish')
    .values({ staff: act.by, ...feed })
    .onConflict((on) => on.column('staff').doUpdateSet(feed))
    .execute()
  await act.record({ what: 'calendar.opened', about: act.by })
  return { secret }
}

export async function endFeedAddress(act: Act<WorkReach>, inForce: InForce) {
  refuseUnlessWriter(inForce, act as unknown as Act<RegisterTables>, workField)
  await act.db
    .updateTable('register.work_wish')
    .set({ feed_digest: null, feed_duty: null, feed_made_at: null })
    .where('staff', '=', act.by)
    .execute()
  await act.record({ what: 'calendar.closed', about: act.by })
}

export interface WorkWishes {
  reminderMail?: boolean
  feedNames?: boolean
}

/** How one wants to be reminded, and whether one's calendar names people. */
export async function setWorkWishes(act: Act<WorkReach>, inForce: InForce, { reminderMail, feedNames }: WorkWishes) {
  refuseUnlessWriter(inForce, act as unknown as Act<RegisterTables>, workField)
  const wish = {
    ...(reminderMail === undefined ? {} : { reminder_mail: reminderMail }),
    ...(feedNames === undefined ? {} : { feed_names: feedNames }),
  }
  await act.db
    .insertInto('register.work_wish')
    .values({ staff: act.by, feed_digest: null, feed_duty: null, feed_made_at: null, ...wish })
    .onConflict((on) => on.column('staff').doUpdateSet({ ...wish, staff: act.by }))
    .execute()
  await act.record({ what: 'reminding.chosen', about: act.by, detail: { ...wish } })
}
