import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import type { RightsTables } from './tables.ts'

/** Puts one line into the timeline of a request, and the same into the ledger. */
export async function noteOnRequest<T extends RightsTables>(
  act: Act<T>,
  requestId: string,
  {
    what,
    code = null,
    detail = {},
  }: { what: string; code?: string | null; detail?: Record<string, string | number | boolean | null> },
) {
  const { db } = act as unknown as Act<RightsTables>
  await db
    .insertInto('register.rights_event')
    .values({ id: newId(act.at.getTime()), request_id: requestId, what, code, by: act.by, at: act.at })
    .execute()
  await act.record({ what: `request.${what}`, about: requestId, detail: { ...(code ? { code } : {}), ...detail } })
}
