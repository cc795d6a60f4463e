import { addressKey, type ChoicesKey, object, suppress, type Via, withdrawConsent } from '#choices'
import type { Act } from '#ledger'
import { moveRequest, type RequestRow } from './move-request.ts'
import type { RequestWay } from './request.ts'
import type { RightsReach } from './tables.ts'

/** How the choices call the ways by which a request comes. */
export const viaOf: Record<RequestWay, Via> = {
  form: 'web-form',
  mail: 'email',
  phone: 'phone',
  letter: 'letter',
  'in-person': 'in-person',
  'my-page': 'my-page',
}

// Art. 21(2)–(3), 7(3), S12.16–17: no proof, no reasons, no delay.
/** Stops marketing, or ends consents, in the very deed that took the request in. */
export async function doAtOnce(
  act: Act<RightsReach>,
  held: RequestRow,
  key: ChoicesKey | null,
): Promise<RequestRow | null> {
  const isDone =
    held.kind === 'objection-to-marketing' ? await stopMarketing(act, held, key) : await endConsents(act, held)
  if (!isDone) return null
  return moveRequest(act, held, {
    event: 'at-once',
    set: { outcome: 'granted', decided_at: act.at, executed_at: act.at },
  })
}

async function stopMarketing(act: Act<RightsReach>, held: RequestRow, key: ChoicesKey | null): Promise<boolean> {
  const via = viaOf[held.received_via]
  const at = held.received_at
  const digests = key && held.reply_to?.includes('@') ? [addressKey(key, 'email', held.reply_to)] : []
  const { person_id: personId } = held
  if (personId) await object(act, { personId, scope: 'all', via, at, digests, byAgent: held.capacity !== 'self' })
  // Whoever is not in the register may still not be written to: the address is enough.
  else if (digests.length > 0) await suppress(act, { digests, scope: 'all', channel: null, topic: null, via, at })
  return personId !== null || digests.length > 0
}

async function endConsents(act: Act<RightsReach>, held: RequestRow): Promise<boolean> {
  const { person_id: personId } = held
  if (!personId) return false
  const given = await act.db
    .selectFrom('register.consent')
    .select(['purpose', 'channel'])
    .where('person_id', '=', personId)
    .where('state', 'in', ['given', 'requested'])
    .execute()
  for (const { purpose, channel } of given)
    await withdrawConsent(act, { personId, purpose, channel, via: viaOf[held.received_via] })
  return true
}
