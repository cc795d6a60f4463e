export type InvoiceEvent = 'payment' | 'credit' | 'collection' | 'withdrawal-from-collection'

export interface Invoice {
  id: string
  number: string | null
  origin: 'own' | 'entered'
  kind: 'invoice' | 'credit-note'
  openCents: number
  issuedOn: string | null
  dueOn: string | null
  amountCents: number
  currency: string
  status: 'draft' | 'open' | 'paid' | 'credited' | 'collection'
  settledOn: string | null
  text: string | null
  events: InvoiceEvent[]
}

export interface Warranty {
  id: string
  item: string
  serial: string | null
  product: { id: string; name: string } | null
  startsOn: string
  endsOn: string
  claimUntil: string
  /** Of the fields that the statement added. */
  values: Record<string, unknown>
}

export const resolutions = ['repaired', 'replaced', 'credited', 'price-cut', 'explained', 'refused'] as const
export type Resolution = (typeof resolutions)[number]

export interface Complaint {
  id: string
  openedOn: string
  closedOn: string | null
  takenOn: string | null
  text: string
  outcome: string | null
  resolution: Resolution | null
  product: { id: string; name: string } | null
  creditedOn: string | null
  /** Its credit notes, for those who read invoices. */
  credits?: { id: string; number: string; amountCents: number }[]
  invoice: string | null
  warranty: string | null
  values: Record<string, unknown>
}

export interface DealingList<Item> {
  items: Item[]
  mayAdd: boolean
}

/** A list is null where the duty does not read it. */
export interface Dealings {
  invoices: DealingList<Invoice> | null
  warranties: DealingList<Warranty> | null
  complaints: DealingList<Complaint> | null
}

export interface Party {
  company?: string
  person?: string
  /** Who speaks for the company. */
  contact?: string
}
