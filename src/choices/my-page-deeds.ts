import { type Act, type LedgerTables, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import type { RegisterTables } from '#register'
import type { Published, Running } from '#statement'
import { channels } from './channel.ts'
import { marketingPurpose } from './choices.view.ts'
import { houseOf } from './frame.pages.ts'
import { giveConsent } from './give-consent.ts'
import { choicesKeyIn } from './key-of-register.ts'
import { covered, knownAddresses } from './known-addresses.ts'
import type { OnesOwnPage } from './links.ts'
import { recordObjection, recordTopics, recordWithdrawal } from './record-objection.ts'
import type { ChoicesTables } from './tables.ts'
import { filled, wordings } from './unsubscribe.texts.ts'

type Tables = LedgerTables & RegisterTables & ChoicesTables

export interface OwnDeed {
  link: OnesOwnPage
  language: Language
  published: Published
  body: Record<string, unknown>
}

/** What the person did on their own page; false where it is none of what the page offers. */
export async function actOnOwnPage<T extends Tables>(running: Running<T>, deed: OwnDeed): Promise<boolean> {
  const { link, body, published } = deed
  const { personId } = link
  const purpose = marketingPurpose(published.policy)
  const occasion = ownOccasion(running)
  const channel = channels.find((one) => one === body.channel)
  const via = 'my-page' as const

  if (body.deed === 'stop') {
    await recordObjection(running, occasion, { personId, scope: 'all', via })
    return true
  }
  if (!purpose) return false
  if (body.deed === 'topics') {
    const wanted = purpose.topics.map(({ id }) => id).filter((id) => body[`topic:${id}`] === 'yes')
    const wish = { personId, purpose: purpose.id, wanted, via, digest: link.digest }
    await recordTopics(running, occasion, published.policy, wish)
    return true
  }
  if (body.deed === 'withdraw' && channel) {
    await recordWithdrawal(running, occasion, { personId, purpose: purpose.id, channel, via })
    return true
  }
  if (body.deed !== 'consent' || !channel || !purpose.channels.includes(channel)) return false
  await consentTo(running, occasion, { ...deed, purpose: purpose.id, channel })
  return true
}

// C5: what the person opens is the mailbox the link came to, and for letters their own door.
async function consentTo<T extends Tables>(
  running: Running<T>,
  occasion: Occasion,
  { link, language, published, purpose, channel }: OwnDeed & { purpose: string; channel: (typeof channels)[number] },
) {
  const text = filled(wordings[channel][language], { house: houseOf(published) })
  await perform(running.db, occasion, async (act) => {
    const addresses = await knownAddresses(act as unknown as Act<Tables>, choicesKeyIn(running), link.personId)
    const digests = channel === 'email' ? [link.digest] : covered(addresses, channel)
    await giveConsent(act as never, published.policy, {
      ...{ personId: link.personId, purpose, channel, via: 'my-page', proof: 'form', digests },
      wording: { text, language },
    })
  })
}

/** The occasion of whoever opens their own page: nobody of the staff. */
export function ownOccasion<T>(running: Running<T>): Occasion {
  const under = String(running.current()?.version ?? 0)
  return { by: 'data-subject', duty: 'rights', purpose: 'own-page', at: running.now(), under }
}
