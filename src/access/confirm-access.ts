import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { heldDuties } from './held-duties.ts'
import type { AccessTables } from './tables.ts'

/** S10.3: all is still right. `seen` are the duties that the reviewer had before them; ACCESS_CHANGED where others hold now. */
export async function confirmAccess(act: Act<AccessTables>, seen: readonly string[], period: string) {
  const now = (await heldDuties(act, period)).map(({ id }) => id)
  if (now.length === 0 || now.length !== seen.length || now.some((id) => !seen.includes(id)))
    throw new Refusal('ACCESS_CHANGED', 409, { clause: 'S10.3' })
  await act.db.insertInto('register.access_review').values({ at: act.at, by: act.by, grants: now }).execute()
  await act.record({ what: 'access.reviewed', detail: { duties: now.length } })
}
