import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { Policy } from '#statement'
import { type Channel, isOwnAct } from './channel.ts'
import { type ConsentSaid, keepWording, lockedConsent, moveConsent, refuseUnlessSeen } from './consent-record.ts'
import { liftObjectionByConsent, objectionsInForce } from './lift-objection.ts'
import { standsAgainst } from './objection.ts'
import type { ChoicesReach } from './reach.ts'

export interface NewConsent extends ConsentSaid {
  personId: string
  /** One purpose and one channel: a consent is never for several (Art. 7(2) GDPR). */
  purpose: string
  channel: Channel
  wording: { text: string; language: Language }
  /** Keyed digests of the addresses that the person opens by it: their mailbox, their door. They leave the suppression list. */
  digests?: readonly Buffer[]
}

// Art. 7(1), 7(2) GDPR: separate for each purpose and channel, with the words that were read, and a proof.
/** Keeps that a person gave a consent. Against an objection in force only the person's own act counts (C5). */
export async function giveConsent(act: Act<ChoicesReach>, policy: Policy, said: NewConsent): Promise<string> {
  refuseUnlessDeclared(policy, said)
  refuseWithoutProof(said)
  await refuseUnlessSeen(act, said.personId)
  const against = standsAgainst(await objectionsInForce(act, said.personId), said)
  if (against && !isOwnAct(said.via)) throw new Refusal('ONLY_OWN_ACT', 409, { clause: 'S12.16' })

  const wording = await keepWording(act, { ...said, ...said.wording, version: Number(act.under) })
  const { personId, purpose, channel, via } = said
  await lockedConsent(act, said)
  const event = await moveConsent(act, { ...said, state: 'given', wording })
  if (isOwnAct(via)) await liftObjectionByConsent(act, { personId, channel, event, digests: said.digests })
  await act.record({ what: 'consent.given', about: personId, detail: { purpose, channel, via, wording } })
  return event
}

/** S4.10: a channel or a purpose that the statement does not name cannot be consented to. */
export function refuseUnlessDeclared(policy: Policy, { purpose, channel }: { purpose: string; channel: string }) {
  const declared = policy.purposes.get(purpose)
  if (!declared) throw new Refusal('PURPOSE_NOT_DECLARED', 422, { clause: 'S4.1', field: 'purpose' })
  if (!declared.channels.includes(channel))
    throw new Refusal('CHANNEL_NOT_DECLARED', 422, { clause: declared.clause, field: 'channel' })
}

// Art. 7(1) GDPR: "presumed" consents of which nothing is kept are none.
function refuseWithoutProof({ via, proof, document, ownWords }: NewConsent) {
  if (isOwnAct(via)) return
  const kept = proof === 'document' ? document?.trim() : proof === 'own-words' ? ownWords?.trim() : null
  if (!kept) throw new Refusal('CONSENT_WITHOUT_PROOF', 422, { clause: 'S4.7', field: 'proof' })
}
