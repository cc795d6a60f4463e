import { type Channel, channels } from './channel.ts'
import type { ChoicesKey } from './choices-key.ts'
import { seal, unseal } from './sealed.ts'

/** The address and the list that one message was sent to. */
export interface Unsubscribing {
  /** Keyed digest of the address: it works when the person is erased. */
  digest: Buffer
  channel: Channel
  topic?: string | null
  /** Opaque ids of the campaign and of whom it was sent to, where they are still there. */
  campaign?: string | null
  person?: string | null
}

/** The token of one message's unsubscribe link. */
export function unsubscribeToken(key: ChoicesKey, said: Unsubscribing): string {
  const { digest, channel, topic = null, campaign = null, person = null } = said
  return seal(key, 'unsubscribe', written([digest.toString('base64url'), channel, topic, campaign, person]))
}

export function readUnsubscribeToken(key: ChoicesKey, token: string): Unsubscribing | null {
  const [digest, channel, topic, campaign, person] = read(unseal(key, 'unsubscribe', token)) ?? []
  const isChannel = channels.find((one) => one === channel)
  if (!digest || !isChannel) return null
  return { digest: Buffer.from(digest, 'base64url'), channel: isChannel, topic, campaign, person }
}

export interface OnesOwnPage {
  personId: string
  /** The keyed digest of the mailbox that the link was sent to. */
  digest: Buffer
  until: Date
}

/** The token of a link to a person's own page, sent to the address on file. */
export function myPageToken(key: ChoicesKey, personId: string, until: Date, digest: Buffer): string {
  return seal(key, 'my-page', written([personId, digest.toString('base64url'), String(until.getTime())]))
}

export function readMyPageToken(key: ChoicesKey, token: string): OnesOwnPage | null {
  const [personId, digest, until] = read(unseal(key, 'my-page', token)) ?? []
  if (!personId || !digest || !until) return null
  return { personId, digest: Buffer.from(digest, 'base64url'), until: new Date(Number(until)) }
}

/** The token by which a consent asked for in a form is confirmed from the mailbox. */
export function consentToken(key: ChoicesKey, consentId: string, digest: Buffer): string {
  return seal(key, 'confirm-consent', written([consentId, digest.toString('base64url')]))
}

export function readConsentToken(key: ChoicesKey, token: string): { consentId: string; digest: Buffer } | null {
  const [consentId, digest] = read(unseal(key, 'confirm-consent', token)) ?? []
  return consentId && digest ? { consentId, digest: Buffer.from(digest, 'base64url') } : null
}

function written(parts: readonly (string | null)[]) {
  return Buffer.from(JSON.stringify(parts))
}

function read(sealed: Buffer | null): (string | null)[] | null {
  return sealed ? (JSON.parse(sealed.toString()) as (string | null)[]) : null
}
