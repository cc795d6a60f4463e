export interface ToBill {
  kind: 'order' | 'contract'
  id: string
  number: string | null
  title: string | null
  company: string | null
  companyName: string | null
  person: string | null
  personName: string | null
  since: string
  until: string | null
  /** `order`: all of it is billed, whatever goes out; null for a contract. */
  billedFrom: 'deliveries' | 'order' | null
  /** How many periods of a contract wait, this one included. */
  periods: number
  lines: number
  netCents: number
  totalCents: number
  /** The credit notes because of which it waits again. */
  credited: { id: string; number: string | null }[]
}

/** A contract of which days beyond its end were billed. */
export interface ToCredit {
  id: string
  number: string | null
  title: string
  companyName: string | null
  personName: string | null
  /** The last day that the contract runs, and the days beyond it that were billed. */
  endsOn: string
  since: string
  until: string
  totalCents: number
  invoices: { id: string; number: string }[]
}

/** What somebody left unbilled, and why; of a contract with its period. */
export interface LeftUnbilled {
  id: string
  at: string
  reason: string
  /** How much of which line of an order, in thousandths. */
  lines?: { id: string; quantity: number }[]
  since?: string
  until?: string
}

export interface Waiting {
  today: string
  groupCompany: string
  items: ToBill[]
  next: string | null
}

export interface WaitingSum {
  rows: number
  netCents: number
  totalCents: number
  more: boolean
}

/** Whose of what waits is looked at. */
export interface Whose {
  groupCompany?: string | undefined
  company?: string | undefined
  person?: string | undefined
}

export type Until = 'draft' | 'issued' | 'sent'

export interface Billed {
  kind: 'order' | 'contract'
  id: string
  invoice: string | null
  number: string | null
  sent: boolean
  /** What stopped it, where it did not get as far as asked. */
  code: string | null
  said: string | null
}
