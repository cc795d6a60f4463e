import type { Words } from '../contract.ts'

export interface GoingVerdict {
  allowed: boolean
  code?: string
  clause?: string
}
export interface Stop {
  id: string
  kind: 'tool' | 'processor'
  subject: string
  reason: string
  stoppedAt: string
}
export interface Processor {
  id: string
  provider: string
  service: Words | null
  country: string | null
  privacyUrl: string | null
  subprocessors: { provider: string; country: string | null }[]
  agreement: { state: string; missing: string[]; ref: string | null; signedOn: string | null; reviewOn: string | null }
  self: boolean
  clause: string | null
  verdict: GoingVerdict
  stop: Stop | null
}
export interface Transfer {
  processor: string
  provider: string
  country: string
  tool: string | null
  state: string
  checkedOn: string | null
  checkHoldsUntil: string | null
  evidence: string | null
  clause: string | null
}
export interface Tool {
  tool: string
  stop: Stop | null
  depends: { processor: string; provider: string; goesOn: boolean }[]
}
export interface Recipients {
  recipients: {
    id: string
    label: Words | null
    clause: string | null
    fourEyes: boolean
    members: { id: string; name: string }[]
  }[]
  processors: Processor[]
  transfers: Transfer[]
  tools: Tool[]
  mail: { host: string; verdict: GoingVerdict | null } | null
}
export interface Disclosure {
  id: string
  at: string
  byName: string | null
  kind: string
  receiver: string
  receiverName: string | null
  people: number
  fields: string[]
  purpose: string
  ground: string
  transferTool: string | null
  way: string
  silentUntil: string | null
}
export interface AuthorityRequest {
  id: string
  recipient: string
  authority: string
  provision: string
  documentRef: string
  purpose: string
  fields: string[]
  state: 'prepared' | 'approved' | 'declined' | 'released'
  peopleCount: number
  people?: { id: string; name: string }[]
  askedOn: string
  receivedAt: string
  preparedAt: string
  preparedByName: string | null
  decidedAt: string | null
  decidedByName: string | null
  decisionNote: string | null
  releasedAt: string | null
  releasedByName: string | null
  silentUntil: string | null
  extractDigest: string | null
  may: { decide: boolean; release: boolean; own: boolean }
}
export interface Released {
  id: string
  digest: string
  extract: unknown
  pdf: string
}
export interface Paper {
  id: string
  what: string
  location: string
  reason: string
  state: 'open' | 'due-soon' | 'overdue' | 'destroyed'
  people: string[]
  madeAt: string
  madeByName: string | null
  destroyBy: string
  destroyedAt: string | null
  method: string | null
  witnessName: string | null
  certificate: string | null
}
export interface RecipientNotice {
  id: string
  kind: string
  receiver: string
  receiverName: string | null
  about: string | null
  state: 'waiting' | 'sent' | 'confirmed' | 'refused'
  madeAt: string
  sentAt: string | null
  timesSent: number
  settledAt: string | null
  settledByName: string | null
  note: string | null
  to: string | null
  letter: { subject: string; text: string } | null
}
