import type { Language, Words } from '../contract.ts'

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'button'; text: string; link: string }
  | { kind: 'divider' }

export interface Piece {
  subject: string
  blocks: Block[]
}

export type Content = Partial<Record<Language, Piece>>

export interface Audience {
  groupCompany?: string
  relationship?: ('prospect' | 'customer' | 'dormant')[]
  jobRoles?: string[]
  postcode?: string
  languages?: Language[]
}

export type CampaignState = 'draft' | 'tested' | 'queued' | 'sending' | 'sent' | 'stopped'
export type RecipientState = 'queued' | 'held' | 'sending' | 'sent' | 'unsure' | 'bounced' | 'skipped'
export type CampaignEvent = 'change' | 'test' | 'queueing' | 'start' | 'end' | 'stop'

export interface CampaignRow {
  id: string
  name: string
  channel: string
  topics: string[]
  state: CampaignState
  changedAt: string
  queuedAt: string | null
  endedAt: string | null
  counts: Record<RecipientState, number>
}

export interface Campaign extends CampaignRow {
  groupCompany: string
  jobRoles: string[]
  productGroups: string[]
  audience: Audience
  content: Content
  revision: number
  testedAt: string | null
  events: CampaignEvent[]
}

/** What the statement lets a campaign be. */
export interface Rules {
  channels: string[]
  topics: { id: string; label: string }[]
  groupCompanies: { id: string; name: string }[]
  jobRoles: string[]
  productGroups: string[]
}

export interface Segment {
  id: string
  name: string
  audience: Audience
}

export interface AudienceNow {
  meant: number
  allowed: number
  byGround: Record<string, number>
  refused: { code: string; clause: string | null; count: number; examples: { id: string; name: string | null }[] }[]
}

export interface Recipient {
  id: string
  person: { id: string; name: string | null } | null
  state: RecipientState
  code: string | null
  clause: string | null
  ground: string | null
  settledAt: string | null
}

export interface PostingNow {
  printed: number
  takeOut: { id: string; code: string; because: string; clause: string }[]
  runs: {
    id: string
    madeAt: string
    processor: string | null
    letters: number
    takenOut: number
    postedOn: string | null
  }[]
  houses: { id: string; name: string; service: Words }[]
}

export interface Undeliverable {
  id: string
  person: { id: string; name: string | null }
  channel: string
  reason: string
  replyCode: string | null
  notedAt: string
}

export interface Preview {
  subject: string
  text: string
}
