export interface SalesAccount {
  category: string
  rate: number | null
  account: string
  code: string
}

export interface Accounts {
  receivables: string
  bank: string
  vat: string
  sales: SalesAccount[]
}

export interface FailedRow {
  line: number
  code: string
  field: string | null
}

export interface Intake {
  id: string
  origin: 'folder' | 'upload'
  rows: number
  taken: number
  known: number
  failed: FailedRow[]
  takenAt: string
}

export interface Bookkeeping {
  groupCompany: string
  groupCompanies: { id: string; name: string }[]
  /** Whether the company invoices here itself; if so, nothing is taken in. */
  issues: boolean
  accounts: Accounts
  revision: number
  intakes: Intake[]
}
