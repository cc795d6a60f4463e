import type { Verdict } from '../contract.ts'

export type StandingState =
  | 'restricted'
  | 'objected'
  | 'suppressed'
  | 'organisation-refused'
  | 'consented'
  | 'requested'
  | 'nothing-said'

export interface Standing {
  channel: string
  isDeclared: boolean
  state: StandingState
  clause: string
  since: string | null
  via: string | null
}

export interface Objection {
  id: string
  scope: 'all' | 'channel' | 'topic' | 'profiling'
  channel: string | null
  topic: string | null
  at: string
  via: string
  byAgent?: boolean
  liftedAt?: string | null
}

export interface Restriction {
  id: string
  reason: string
  since: string
  /** The last day by which somebody looks whether it still stands. */
  reviewOn: string
  toldAt: string | null
  toldVia: string | null
  liftedAt: string | null
}

export interface Consent {
  id: string
  purpose: string
  channel: string
  state: string
  since: string
  via: string
  expiresOn: string | null
  wording: string
  wordingLanguage: string
  version: number
}

export interface HistoryEntry {
  what: 'consent' | 'objection' | 'lifting'
  state: string
  channel: string | null
  topic: string | null
  at: string
  via: string
  byName: string | null
  proof: string | null
  document: string | null
  ownWords: string | null
}

/** What a person has chosen, as the duty sees it. */
export interface Choices {
  personId: string
  standings: Standing[]
  objectedToAll: boolean
  topics: { id: string; label: string; wants: boolean | null }[]
  purpose: string | null
  objections: Objection[]
  restrictions: Restriction[]
  consents: Consent[]
  sales: { id: string; groupCompany: string; soldAt: string; hasAddress: boolean; toldOfRefusal: boolean }[]
  organisations: { id: string; name: string }[]
  history: HistoryEntry[]
  wordings: Record<string, Record<string, string>>
  channelNames: Record<string, string>
  may: { write: Verdict }
}

export interface OrganisationChoices {
  organisationId: string
  soleTrader: string | null
  refusals: Objection[]
  channels: string[]
  may: { write: Verdict }
}
