import type { Door } from '#platform/address-field'
import type { Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'

export const paperKinds = [
  'quote',
  'order-confirmation',
  'delivery-note',
  'invoice',
  'credit-note',
  'reminder',
] as const

export type PaperKind = (typeof paperKinds)[number]

/** EN 16931, UNCL 5305: standard, zero, exempt, reverse charge, within the Union, export, outside the scope. */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE' | 'K' | 'G' | 'O'

/** A document as its reader sees it: everything in it is ready to be shown, and nothing else is asked for. */
export interface Paper {
  kind: PaperKind
  language: Language
  /** Null: a draft, and printed as one. */
  number: string | null
  day: Day
  seller: Seller
  buyer: Buyer
  /** Where the goods go, where that is another place than the buyer's. */
  deliverTo?: Door | null
  /** The day the customer asked for. */
  wantedOn?: Day | null
  /** The last day of a quote. */
  validUntil?: Day | null
  /** The day, or the first and the last, of the delivery or the service (VAT act § 209 e). */
  delivered?: { from: Day; to?: Day | null } | null
  references?: References
  /** Why no tax is charged, where the document says it in words of its own (VAT act § 209 e). */
  exemption?: string | null
  /** Stands above the lines. */
  opening?: string | null
  lines: readonly PaperLine[]
  /** Null where a paper tells no prices: a delivery note. */
  totals: PaperTotals | null
  terms?: Terms
  /** Stands below the totals. */
  closing?: string | null
  /** What is asked to be paid, and how. */
  payment?: Payment | null
  /** What a reminder is about; its lines are empty. */
  owed?: readonly OwedInvoice[]
}

export interface Seller {
  name: string
  businessId: string
  /** Only where the company is registered for VAT. */
  vatNumber?: string | null
  street: string
  postcode: string
  city: string
  country?: string
  phone?: string | null
  email?: string | null
  website?: string | null
  accounts: readonly BankAccount[]
  logo?: Logo | null
  /** Small print at the foot, such as the registered office. */
  footer?: string | null
  /** The company's own address for e-invoices, and its operator's. */
  eAddress?: EAddress | null
}

export interface BankAccount {
  iban: string
  bic: string | null
}

export interface Logo {
  type: 'image/png' | 'image/svg+xml'
  bytes: Buffer
}

export interface Buyer {
  name: string
  businessId?: string | null
  vatNumber?: string | null
  /** The person at the company whom the paper is for. */
  contact?: string | null
  customerNumber?: string | null
  address: Omit<Door, 'name' | 'firm'> | null
  /** The address as it was written on the document; printed as it stands. */
  rows?: readonly string[]
  eAddress?: EAddress | null
}

/** Where e-invoices go: an OVT code or an IBAN, and the operator's code. */
export interface EAddress {
  address: string
  operator: string
}

export interface References {
  yours?: string | null
  ours?: string | null
  quote?: string | null
  order?: string | null
  contract?: string | null
  delivery?: string | null
  /** The invoice that a credit note corrects (VAT act § 209 b). */
  credits?: { number: string; day: Day } | null
}

export interface PaperLine {
  /** The product's code, where it has one. */
  code?: string | null
  text: string
  unit: string
  /** Thousandths. */
  quantity: number
  /** Thousandths that were ordered, and that are still to come: a delivery note's. */
  ordered?: number
  left?: number
  /** 1/10 000 € without VAT. */
  unitPrice: number
  /** Basis points. */
  discount: number
  /** Basis points: 2550 is 25.5 %. */
  vatRate: number
  vatCategory: VatCategory
  /** Cents. */
  net: number
}

/** In cents, as `totalsOf` counts them. */
export interface PaperTotals {
  byVat: readonly { category: VatCategory; rate: number; net: number; vat: number }[]
  net: number
  vat: number
  total: number
  /** Already paid or credited. */
  paid?: number
}

export interface Terms {
  payment?: string | null
  delivery?: string | null
  /** In basis points a year, or as the law has it (korkolaki). */
  lateInterest?: number | 'by-law' | null
  complaint?: string | null
  /** Instalments, where the sum is paid in parts. */
  instalments?: readonly { dueOn: Day; cents: number }[]
}

export interface Payment {
  /** A Finnish reference number, or a creditor reference that begins with RF (ISO 11649). */
  reference: string | null
  dueOn: Day
  /** Cents. */
  cents: number
}

/** One unpaid invoice in a reminder: cents. */
export interface OwedInvoice {
  number: string
  day: Day
  dueOn: Day
  total: number
  open: number
  interest: number
  fee: number
}
