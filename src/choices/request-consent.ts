import type { Act } from '#ledger'
import type { Policy } from '#statement'
import { keepWording, lockedConsent, moveConsent, refuseUnlessSeen } from './consent-record.ts'
import { giveConsent, type NewConsent, refuseUnlessDeclared } from './give-consent.ts'
import type { ChoicesReach } from './reach.ts'

// C3: a ticked box proves nobody's mailbox. The consent is given when the link in the mail is used.
/** Asks a person for a consent, to be confirmed by the link in a mail; answers its id. An open request stays one. */
export async function requestConsent(
  act: Act<ChoicesReach>,
  policy: Policy,
  said: Omit<NewConsent, 'digests'>,
): Promise<string | null> {
  refuseUnlessDeclared(policy, said)
  await refuseUnlessSeen(act, said.personId)
  const { personId, purpose, channel, via } = said
  const wording = await keepWording(act, { ...said, ...said.wording, version: Number(act.under) })
  const held = await lockedConsent(act, said)
  if (held?.state === 'given') {
    await act.record({ what: 'consent.asked-again', about: personId, detail: { purpose, channel, via } })
    return null
  }

  await moveConsent(act, { ...said, state: 'requested', wording })
  await act.record({ what: 'consent.requested', about: personId, detail: { purpose, channel, via, wording } })
  return (await lockedConsent(act, said))?.id ?? null
}

/** The person used the link: the consent is given, in the words they were asked with. Null where it waits no more. */
export async function confirmConsent(
  act: Act<ChoicesReach>,
  policy: Policy,
  { consentId, digests }: { consentId: string; digests?: readonly Buffer[] },
): Promise<string | null> {
  const asked = await act.db
    .selectFrom('register.consent as consent')
    .innerJoin('register.consent_wording as wording', 'wording.hash', 'consent.wording')
    .select(['consent.person_id as personId', 'consent.purpose', 'consent.channel', 'consent.state'])
    .select(['wording.text', 'wording.language'])
    .where('consent.id', '=', consentId)
    .executeTakeFirst()
  if (asked?.state !== 'requested') return null
  const { personId, purpose, channel, text, language } = asked
  const wording = { text, language }
  return giveConsent(act, policy, {
    personId,
    purpose,
    channel,
    wording,
    via: 'confirmation-link',
    proof: 'link',
    digests,
  })
}
