import type { Language, Occasioned } from '../../contract.ts'
import type { Step } from '../chain/contract.ts'
import type { Line, Totals } from '../lines/line.ts'

export type Standing = 'draft' | 'open' | 'partly-paid' | 'overdue' | 'collection' | 'to-refund' | 'paid' | 'credited'

/** Where the e-invoices of a company go, and where that came from. */
export interface EAddress {
  eAddress: string | null
  eOperator: string | null
  source: string | null
  sourceNote: string | null
  enteredAt: string | null
  document: Occasioned | null
  /** 0: there is none. */
  revision: number
}

export interface Share {
  share: number
  days: number
}

export interface PaidPart {
  id: string
  paidOn: string
  way: 'bank' | 'hand' | 'refund' | 'credit'
  payerName: string | null
  bears: 'payment' | 'credit' | 'charge'
  cents: number
}

export interface InvoiceSeen {
  id: string
  groupCompany: string
  organisationId: string | null
  personId: string | null
  contact: string | null
  origin: 'own' | 'entered'
  kind: 'invoice' | 'credit-note'
  number: string | null
  status: 'draft' | 'open' | 'paid' | 'credited' | 'collection'
  standing: Standing
  revision: number
  issuedOn: string | null
  dueOn: string | null
  settledOn: string | null
  deliveredOn: string | null
  collectionOn: string | null
  debtorName: string
  debtorAddress: string | null
  debtorBusinessId: string | null
  debtorVatNumber: string | null
  lines: Line[]
  byVat: Totals['byVat']
  netCents: number | null
  vatCents: number | null
  amountCents: number
  creditedCents: number
  paidCents: number
  openCents: number
  reference: string | null
  creditorReference: string | null
  terms: Share[]
  instalments: { dueOn: string; cents: number }[]
  yourReference: string | null
  ourReference: string | null
  exemption: string | null
  correction: string | null
  text: string | null
  language: Language
  credits: { id: string; number: string; issuedOn: string } | null
  complaintId: string | null
  /** How much of each line is not credited yet, in thousandths. */
  creditable: Record<string, number>
  payments: PaidPart[]
  creditNotes: { id: string; number: string; issuedOn: string; amountCents: number }[]
  reminders: { id: string; round: number; remindedOn: string; dueOn: string; feeCents: number; interestCents: number }[]
  chain: Step[]
  mayWrite: boolean
}

export type Outcome = 'full' | 'part' | 'over' | 'unmatched' | 'known'

export interface FilePlan {
  format: 'camt.054' | 'ktl'
  counts: Record<Outcome, number>
  cents: number
  entries: {
    /** Its turn in the file. */
    n: number
    paidOn: string
    amountCents: number
    reference: string | null
    payerName: string | null
    message: string | null
    outcome: Outcome
    invoice: { id: string; number: string; name: string } | null
    /** The payment that another file brought before. */
    before: { id: string; format: 'camt.054' | 'ktl'; takenAt: string } | null
  }[]
}

export interface PaymentSeen {
  id: string
  paidOn: string
  amountCents: number
  leftCents: number
  way: PaidPart['way']
  reference: string | null
  payerName: string | null
  message: string | null
  revision: number
  likely: LikelyInvoice | null
}

/** The invoice that a payment is likeliest for, and what giving it there would do. */
export interface LikelyInvoice {
  id: string
  number: string
  name: string
  because: ('number' | 'near-reference' | 'sum' | 'sum-with-charges' | 'party' | 'name')[]
  sure: boolean
  /** Cents that the payment would have left, and the invoice open. */
  left: number
  open: number
}

export interface Payable {
  id: string
  number: string
  name: string
  issuedOn: string
  dueOn: string
  amountCents: number
  openCents: number
  chargesCents: number
}

export interface Aged {
  today: string
  items: {
    organisationId: string | null
    personId: string | null
    name: string
    invoices: number
    ages: [number, number, number, number, number]
    open: number
  }[]
}

export interface Invoicing {
  groupCompany: string
  issues: boolean
  vatNumber: string | null
  street: string | null
  postcode: string | null
  city: string | null
  accounts: { iban: string; bic: string | null }[]
  eAddress: string | null
  eOperator: string | null
  paymentDays: number
  lateInterest: number | null
  reminderFee: number
  collector: string | null
  revision: number
}

export interface ReferenceRates {
  /** The newest first; points in basis points. */
  rates: { from: string; until: string; points: number; entered: boolean; used: boolean }[]
  /** The first day of the half-year whose rate is not known. */
  missing: string | null
  /** The first day of the half-year whose rate may be entered now; null: all that may be are known. */
  next: string | null
  mayEnter: boolean
}
