import type { Language } from '../../contract.ts'

export const paperKinds = [
  'quote',
  'order-confirmation',
  'delivery-note',
  'invoice',
  'credit-note',
  'reminder',
] as const
export type PaperKind = (typeof paperKinds)[number]
export type DocumentKind = 'quotes' | 'orders' | 'deliveries' | 'invoices' | 'reminders'

export interface PaperRecipient {
  to: 'contact' | 'person' | 'company'
  address: string
  name: string | null
  personId: string | null
}

export type PaperState = 'queued' | 'sending' | 'sent' | 'unsure' | 'failed'

/** One sending of a paper, the newest first. */
export interface PaperSending {
  id: string
  at: string
  state: PaperState
  /** A code; what it says stands in the texts. */
  fault: string | null
  /** When it is tried again. */
  notBefore: string | null
  to: PaperRecipient['to']
  byName: string | null
  toName: string | null
}

export interface PaperAtDesk {
  kind: PaperKind
  /** Null: a draft, which goes to nobody. */
  number: string | null
  language: Language
  recipients: PaperRecipient[]
  sent: PaperSending[]
  eInvoice: { address: { address: string; operator: string } | null; ready: boolean } | null
}

export type Words = Partial<Record<PaperKind | 'foot', Partial<Record<Language, string>>>>

export interface PaperSetting {
  groupCompany: string
  groupCompanies: { id: string; name: string }[]
  seller: { name: string; businessId: string; accounts: { iban: string; bic: string | null }[] }
  words: Words
  logo: 'image/png' | 'image/svg+xml' | null
  revision: number
  mayChange: boolean
}
