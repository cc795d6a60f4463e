import { createHash } from 'node:crypto'
import { addMonths, type Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { Channel } from './channel.ts'

/** C3: the states of a consent. Only `given`, and not past its day, allows anything. */
export type ConsentState = 'requested' | 'given' | 'refused' | 'withdrawn' | 'expired' | 'invalidated' | 'revoked'

export type Proof = 'document' | 'own-words' | 'form' | 'link'

/** What was read: of one purpose and one channel. */
export interface Wording {
  purpose: string
  channel: Channel
  language: Language
  text: string
  version: number
}

/** Whether a consent allows on this day what it was given for. */
export function isInForce({ state, expiresOn }: { state: ConsentState; expiresOn: Day | null }, today: Day): boolean {
  return state === 'given' && expiresOn !== null && today < expiresOn
}

/** The wording's own name: the same words under another version of the statement are another wording. */
export function wordingHash({ purpose, channel, language, text, version }: Wording): string {
  const said = JSON.stringify([purpose, channel, language, version, text.normalize('NFC').trim()])
  return createHash('sha256').update(said).digest('hex')
}

/** EDPB 05/2020, 110: a consent is asked for anew after two years. */
export function expiryOf(given: Day): Day {
  return addMonths(given, 24)
}
