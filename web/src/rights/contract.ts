import type { Language } from '../contract.ts'

export type Alarm = 'none' | 'half' | 'most' | 'three-days' | 'due' | 'overdue'

export interface RequestInShort {
  id: string
  reference: string
  kind: string
  state: string
  language: Language
  person: { id: string; name: string | null } | null
  requesterName: string | null
  receivedAt: string
  receivedVia: string
  dueOn: string
  internalDueOn: string
  clockStoppedOn: string | null
  identity: string
  alarm: Alarm
  isLate: boolean
}

export interface RequestLetter {
  id: string
  kind: string
  subject: string
  body: string | null
  way: string
  state: string
  language: Language
  madeAt: string
  sentAt: string | null
  byName: string | null
}

export interface RequestItem {
  id: string
  field: string
  claim: string | null
  reason: string | null
  state: string
}

export interface RightsRequest extends RequestInShort {
  text: string | null
  replyWay: string
  replyTo: string | null
  mandate: string | null
  capacity: string
  identityMethod: string | null
  doubt: string | null
  pausedDays: number
  outcome: string | null
  refusalGround: string | null
  extensionReason: string | null
  extendedAt: string | null
  executedAt: string | null
  repliedAt: string | null
  closedAt: string | null
  redactionReviewedAt: string | null
  paperSearchedAt: string | null
  minimised: boolean
  enquiry: string | null
  partOf: string | null
  revision: number
  holders: { id: string; name: string }[]
  items: RequestItem[]
  letters: RequestLetter[]
  timeline: { id: string; what: string; code: string | null; at: string; byName: string | null }[]
  receipts: { id: string; receiver: string; receiverName: string | null; state: string; sentAt: string | null }[]
  papers: { id: string; what: string; location: string; destroyBy: string }[]
  events: string[]
  next: string
}

export interface LetterDraft {
  kind: string
  way: string
  language: Language
  subject: string
  body: string
}

export interface PackagePreview {
  portable: boolean | null
  holdings: { holding: string; rows: number }[]
  coveredWords: string[]
  places: {
    place: string
    table: string
    what: string
    said: string
    before: string
    after: string
    covered: boolean
  }[]
}

export interface ErasurePlan {
  isHeld: boolean
  fates: {
    holding: string
    class: string
    table: string
    rows: number
    fate: 'erase' | 'hold' | 'keep-minimal'
    ground?: Record<Language, string>
    until?: string | null
    event?: Record<Language, string>
  }[]
}
