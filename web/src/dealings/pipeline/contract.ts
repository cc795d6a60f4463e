import type { Step } from '../chain/contract.ts'
import type { Names } from '../products/contract.ts'

export type StageKind = 'open' | 'won' | 'lost'

export interface Stage {
  id: string
  names: Names
  probability: number
  kind: StageKind
}

export interface Pipeline {
  id: string
  names: Names
  retiredAt: string | null
  revision: number
  stages: Stage[]
}

export const lostReasons = ['price', 'competitor', 'postponed', 'no-need', 'no-answer', 'not-for-us', 'other'] as const
export type LostReason = (typeof lostReasons)[number]

export interface Card {
  id: string
  title: string
  valueCents: number | null
  probability: number
  expectedClose: string | null
  nextStep: string | null
  owner: string
  ownerName: string | null
  company: string | null
  person: string | null
  party: string | null
  contact: string | null
  contactName: string | null
  stage: string
  pipeline: string
  state: StageKind
  stageSince: string
  closedOn: string | null
  lostReason: LostReason | null
  groupCompany: string
  revision: number
}

export interface Opportunity extends Card {
  probabilitySaid: number | null
  lostNote: string | null
  enquiry: string | null
  enteredAt: string
  chain: Step[]
  stages: Stage[]
  mayWrite: boolean
  /** What the statement's own fields say, as far as the reader's duty sees them. */
  values: Record<string, unknown>
}

export interface Column extends Stage {
  cards: Card[]
  count: number
  valueCents: number
  weightedCents: number
}

export interface Board {
  today: string
  pipeline: string
  pipelines: Pipeline[]
  columns: Column[]
  mayWrite: boolean
}

export interface ForecastMonth {
  month: string
  count: number
  valueCents: number
  weightedCents: number
  wonCents: number
}
