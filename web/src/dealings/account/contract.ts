export interface OpenItem {
  id: string
  number: string
  name: string
  status: 'open' | 'collection' | 'paid' | 'credited'
  issuedOn: string
  dueOn: string
  amountCents: number
  /** Negative: paid or credited too much. */
  openCents: number
  chargesCents: number
  /** Days late. */
  late: number
}

export interface Account {
  today: string
  groupCompany: string
  items: OpenItem[]
  payments: { id: string; paidOn: string; payerName: string | null; leftCents: number }[]
  /** Not yet due, 1–30, 31–60, 61–90 and more days late. */
  ages: [number, number, number, number, number]
  openCents: number
  chargesCents: number
  creditCents: number
  mayWrite: boolean
}
