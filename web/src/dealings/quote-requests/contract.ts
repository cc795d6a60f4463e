import type { Step, WithParty } from '../chain/contract.ts'

/** What a customer wishes for: a product or words, and how much of it in thousandths. */
export interface WishedLine {
  id: string
  product?: string
  text: string
  unit: string
  quantity: number
}

export type QuoteRequestEvent = 'decline' | 'withdrawal' | 'reopening'

export interface QuoteRequest extends WithParty {
  id: string
  state: 'open' | 'answered' | 'declined' | 'withdrawn'
  title: string
  wish: string | null
  lines: WishedLine[]
  answerBy: string | null
  wantedOn: string | null
  buyerReference: string | null
  settledOn: string | null
  reason: string | null
  groupCompany: string
  enquiry: string | null
  opportunity: string | null
  owner: string
  ownerName: string | null
  enteredAt: string
  revision: number
  /** The day by which the customer wanted an answer has passed. */
  isLate: boolean
  quotes: { id: string; number: string | null; state: string; title: string | null }[]
  events: QuoteRequestEvent[]
  mayWrite: boolean
  mayQuote: boolean
  mayDiscard: boolean
  chain: Step[]
}
