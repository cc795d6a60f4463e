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
  lines: number
  netCents: number
  totalCents: number
}

export interface Waiting {
  today: string
  groupCompany: string
  items: ToBill[]
  more: boolean
}

export type Until = 'draft' | 'issued' | 'sent'

export interface Billed {
  kind: 'order' | 'contract'
  id: string
  invoice: string | null
  number: string | null
  sent: boolean
  said: string | null
}
