export type InvoiceEvent = 'payment' | 'credit' | 'collection' | 'withdrawal-from-collection'

export interface Invoice {
  id: string
  number: string
  issuedOn: string
  dueOn: string
  amountCents: number
  currency: string
  status: 'open' | 'paid' | 'credited' | 'collection'
  settledOn: string | null
  text: string | null
  events: InvoiceEvent[]
}

export interface Warranty {
  id: string
  item: string
  startsOn: string
  endsOn: string
  claimUntil: string
}

export interface Complaint {
  id: string
  openedOn: string
  closedOn: string | null
  text: string
  outcome: string | null
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
}
