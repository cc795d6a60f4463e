import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { sessionLimits } from './session.ts'
import type { AccessTables } from './tables.ts'

/** ASVS 7.5.2: the caller's own sessions, with which of them is this one. */
export async function sessionsOf(look: Look<AccessTables>, current: string | null) {
  look.saw([], [])
  const rows = await look.db
    .selectFrom('auth.session')
    .select(['id', 'device', 'proof', 'opened_at as openedAt', 'seen_at as seenAt'])
    .where('staff_id', '=', look.by)
    .where('ended_at', 'is', null)
    .where('seen_at', '>', new Date(look.at.getTime() - sessionLimits.idle))
    .where('opened_at', '>', new Date(look.at.getTime() - sessionLimits.whole))
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, isThis: row.id === current }))
}

/** Ends one session of the caller's own. */
export async function endSession(act: Act<AccessTables>, id: string) {
  const { numUpdatedRows } = await act.db
    .updateTable('auth.session')
    .set({ ended_at: act.at })
    .where('id', '=', id)
    .where('staff_id', '=', act.by)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'session.ended', about: act.by })
}

/** ASVS 7.4.3: after a factor has changed every other session ends. */
export async function endOtherSessions(act: Act<AccessTables>, staffId: string, kept: string | null) {
  let others = act.db
    .updateTable('auth.session')
    .set({ ended_at: act.at })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
  if (kept) others = others.where('id', '<>', kept)
  await others.execute()
}

/** ASVS 7.4.5: an administrator ends every session of a colleague's; the account stays open. */
export async function endSessionsOf(act: Act<AccessTables>, staffId: string) {
  await endOtherSessions(act, staffId, null)
  await act.record({ what: 'sessions.ended', about: staffId })
}
