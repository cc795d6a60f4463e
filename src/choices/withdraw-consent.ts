import type { Act } from '#ledger'
import type { Channel, Via } from './channel.ts'
import { lockedConsent, moveConsent } from './consent-record.ts'
import { addObjection } from './object.ts'
import type { ChoicesTables } from './tables.ts'

export interface Withdrawal {
  personId: string
  purpose: string
  channel: Channel
  via: Via
}

// Art. 7(3) GDPR: as easy as giving. It never refuses: a second withdrawal changes nothing, but it was said. No other
// ground takes its place: whoever does not want messages in a channel objects to them (S12.16).
/** Withdraws a consent at once; answers whether there was one. */
export async function withdrawConsent(act: Act<ChoicesTables>, said: Withdrawal): Promise<boolean> {
  const { personId, purpose, channel, via } = said
  const held = await lockedConsent(act, said)
  const isNew = held !== undefined && held.state !== 'withdrawn'
  if (isNew) await moveConsent(act, { ...said, state: 'withdrawn', wording: held.wording })
  const whose = { person_id: personId, organisation_id: null }
  await addObjection(act, whose, { scope: 'channel', channel, via })
  await act.record({
    what: isNew ? 'consent.withdrawn' : 'consent.withdrawn-again',
    about: personId,
    detail: { purpose, channel, via },
    replay: { kind: 'withdrawal', person: personId, purpose, channel },
  })
  return isNew
}
