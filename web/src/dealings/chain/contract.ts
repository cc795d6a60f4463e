import type { Language } from '../../contract.ts'
import type { LeftUnbilled } from '../billing/contract.ts'
import type { Line, Totals } from '../lines/line.ts'

export type StepKind =
  | 'enquiry'
  | 'opportunity'
  | 'quote-request'
  | 'quote'
  | 'order'
  | 'contract'
  | 'assignment'
  | 'delivery'
  | 'invoice'
  | 'credit-note'

export interface Step {
  kind: StepKind
  id: string
  title: string | null
  state: string
  at: string
}

/** Whom a document is with; a name is null where the duty does not read it. */
export interface WithParty {
  company: string | null
  companyName: string | null
  person: string | null
  personName: string | null
  contact: string | null
  contactName: string | null
}

interface Document extends WithParty {
  id: string
  number: string | null
  groupCompany: string
  source?: string
  owner?: string | null
  ownerName?: string | null
  enteredAt: string
  revision: number
  chain: Step[]
}

interface Priced {
  lines: Line[]
  totals: Totals
  paymentDays: number
}

export type QuoteState = 'draft' | 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn'
export type QuoteEvent = 'sending' | 'revision' | 'acceptance' | 'decline' | 'withdrawal'

export interface QuoteVersion {
  version: number
  state: 'sent' | 'accepted' | 'declined' | 'expired' | 'superseded' | 'withdrawn'
  content: Priced & { title: string | null; opening: string | null; terms: string | null }
  hash: string
  validUntil: string
  sentAt: string
  sentByName: string | null
  answeredAt: string | null
  answeredVia: 'page' | 'desk' | null
  answeredName: string | null
  reason: string | null
}

export interface Quote extends Document, Priced {
  version: number
  state: QuoteState
  title: string | null
  language: Language
  validUntil: string
  opening: string | null
  terms: string | null
  enquiry: string | null
  opportunity: string | null
  request: string | null
  order: string | null
  versions: QuoteVersion[]
  events: QuoteEvent[]
  may: { owner: boolean }
  mayOrder: boolean
  /** The customer's own address of the version that waits for an answer. */
  link: string | null
}

export interface Address {
  name: string | null
  street: string
  postcode: string
  city: string
  country: string
}

export interface Coming {
  line: string
  ordered: number
  gone: number
  left: number
}

export type OrderState = 'open' | 'delivered' | 'closed' | 'cancelled'
export type OrderEvent = 'closure' | 'cancellation' | 'reopening'

export interface Order extends Document, Priced {
  number: string
  state: OrderState
  title: string | null
  language: Language
  orderedOn: string
  wantedOn: string | null
  settledOn: string | null
  buyerReference: string | null
  deliveryAddress: Address | null
  terms: string | null
  reason: string | null
  billedFrom: 'deliveries' | 'order'
  leftUnbilled: LeftUnbilled[]
  quote: string | null
  coming: Coming[] | null
  deliveries: Pick<Delivery, 'id' | 'number' | 'state' | 'plannedOn' | 'deliveredOn'>[] | null
  events: OrderEvent[]
  may: { owner: boolean; deliver: boolean; billedFrom: boolean; contract: boolean; invoice: boolean }
}

export interface Delivery extends Document {
  state: 'planned' | 'delivered' | 'cancelled'
  plannedOn: string
  deliveredOn: string | null
  address: Address | null
  reason: string | null
  note: string | null
  order: string
  orderNumber: string | null
  lines: { line: string; quantity: number; text: string | null; unit: string | null; ordered: number | null }[]
  events: ('delivery' | 'cancellation')[]
  may: { invoice: boolean }
}

export type ContractState = 'draft' | 'active' | 'noticed' | 'ended'
export type ContractEvent = 'signing' | 'notice' | 'withdrawal-of-notice' | 'renewal' | 'ending'

export interface Contract extends Document, Priced {
  state: ContractState
  title: string
  text: string | null
  signedOn: string | null
  startsOn: string
  endsOn: string | null
  renewal: 'fixed' | 'automatic'
  renewalMonths: number | null
  noticeMonths: number
  mayEndRelationship: boolean
  noticeBy: string | null
  noticedOn: string | null
  endedOn: string | null
  endReason: string | null
  billingMonths: number | null
  language: Language
  partPeriods: 'days' | 'whole'
  billedUntil: string | null
  billsNext: string | null
  leftUnbilled: LeftUnbilled[]
  order: string | null
  events: ContractEvent[]
  may: { write: boolean; owner: boolean; invoice: boolean; bill: boolean; billedUntil: boolean }
}

export interface Listed {
  id: string
  staff: string | null
  staffName: string | null
  person: string | null
  personName: string | null
  jobRole: string | null
  email: string | null
  phone: string | null
  task: string | null
}

export interface Assignment extends Document {
  state: 'open' | 'done' | 'cancelled'
  title: string
  text: string | null
  startsOn: string
  endsOn: string | null
  settledOn: string | null
  outcome: string | null
  contract: string | null
  order: string | null
  list: Listed[]
  events: ('completion' | 'cancellation' | 'reopening')[]
  may: { list: boolean; owner: boolean }
}

export interface DocumentSeen {
  id: string
  number: string | null
  title: string | null
  state: string
  day: string
  totalCents: number | null
}

export type ChainList = 'quotes' | 'orders' | 'deliveries' | 'contracts' | 'assignments'

/** A list is null where the duty does not read it. */
export type ChainOfParty = Record<ChainList | 'quoteRequests', { items: DocumentSeen[]; mayAdd: boolean } | null>
