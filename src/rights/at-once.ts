import { addressKey, type ChoicesKey, object, suppress, type Via, withdrawConsent } from '#choices'
import type { Act } from '#ledger'
import type { RequestRow } from './move-request.ts'
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
/** Stops marketing, or ends consents, in the very deed that takes the request in; false where nobody can be told by it. */
export async function carriedOutAtOnce(act: Act<RightsReach>, said: AtOnce, key: ChoicesKey | null): Promise<boolean> {
  if (said.kind === 'objection-to-marketing') return stopMarketing(act, said, key)
  return said.kind === 'withdrawal-of-consent' ? endConsents(act, said) : false
}

export type AtOnce = Pick<RequestRow, 'kind' | 'person_id' | 'received_via' | 'received_at' | 'reply_to' | 'capacity'>

async function stopMarketing(act: Act<RightsReach>, held: AtOnce, key: ChoicesKey | null): Promise<boolean> {
  const via = viaOf[held.received_via]
  const at = held.received_at
  const digests = key && held.reply_to?.includes('@') ? [addressKey(key, 'email', held.reply_to)] : []
  const { person_id: personId } = held
  if (personId) await object(act, { personId, scope: 'all', via, at, digests, byAgent: held.capacity !== 'self' })
  // Whoever is not in the register may still not be written to: the address is enough.
  else if (digests.length > 0) await suppress(act, { digests, scope: 'all', channel: null, topic: null, via, at })
  return personId !== null || digests.length > 0
}

async function endConsents(act: Act<RightsReach>, held: AtOnce): Promise<boolean> {
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
