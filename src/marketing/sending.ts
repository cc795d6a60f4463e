import type { ChoicesKey } from '#choices'
import type { Occasion } from '#ledger'
import type { Language } from '#platform/language'
import type { SmtpLine } from '#platform/smtp-line'
import type { DkimKey } from './dkim.ts'
import type { GuardCode } from './guard.ts'

/** One message that is still to go. Without a person it is of somebody whom the gate refuses now, or who was erased. */
export interface Due {
  id: string
  personId: string | null
  language: Language
  person: Addressee | null
}

export interface Addressee {
  givenName: string
  familyName: string
  address: string
  addressId: string
  /** Keyed: what the suppression list knows the address by. */
  digest: Buffer
  /** Where the address came from, as the statement names it. */
  source: string
}

/** A message as it goes to the relay. */
export interface Outgoing {
  from: string
  to: string
  raw: Buffer
}

export type NotMade = { code: GuardCode | 'ADDRESS_NEEDS_SMTPUTF8' | 'NOTHING_TO_SAY'; clause: string }

/** What sending needs of the world outside. */
export interface Sending {
  key: ChoicesKey
  letterhead: { publicUrl: string; dkim: DkimKey | null }
  /** Opens a line to the mail relay. */
  line(): Promise<SmtpLine>
  /** S9.6: whether mail may go to the relay's processor now. */
  mayGo(): Promise<{ allowed: true; through?: Carrier | null } | { allowed: false; code: string; clause: string }>
  /** Mails a second at most; null: as fast as the relay takes them. */
  rate: number | null
  /** Lines to the relay at a time, and messages fenced together: at most lanes × group are unsure after a kill. */
  lanes?: number
  group?: number
}

/** The processor that carries the mail, and the tool by which data may go there. */
export interface Carrier {
  processor: string
  tool: string | null
}

/** Makes the message of one person in one campaign, guarded and signed. */
export type LetterMaker = (due: Due, to: Addressee, token: string) => Outgoing | NotMade

/** One run of a campaign's sender. */
export interface Run {
  campaignId: string
  sending: Sending
  make: LetterMaker
  /** Whom each message is a disclosure to; null where the mail stays with whoever has the register anyway. */
  through: Carrier | null
  /** The campaign's own occasion, now. */
  occasion(): Occasion
}

/** How a round ended. `waiting`: something is still to go, later. */
export type Round = 'busy' | 'held' | 'not-under-way' | 'interrupted' | 'waiting' | 'ended'
