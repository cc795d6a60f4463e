export interface DueReminder {
  id: string
  number: string
  name: string
  invoiceDueOn: string
  round: 1 | 2
  late: number
  fee: number
  /** Null while the reference rate of a half-year is not known. */
  interest: number | null
  dueOn: string
  consumer: boolean
  hasAddress: boolean
  address: string | null
  complaint: 'this' | 'customer' | null
}

export interface Due {
  today: string
  groupCompany: string
  waiting: number
  missingRate: string | null
  items: DueReminder[]
  next: string | null
}

export type SendingState = 'queued' | 'held' | 'sending' | 'sent' | 'unsure' | 'failed' | 'to-print' | 'printed'

export interface SentReminder {
  id: string
  invoice: string
  number: string
  name: string
  round: 1 | 2
  cents: number
  way: 'email' | 'letter'
  state: SendingState
  fault: string | null
}

export interface ReminderRun {
  id: string
  groupCompany: string
  leftOut: number
  begunAt: string
  byName: string | null
  mayWrite: boolean
  items: SentReminder[]
}

export interface RunRow {
  id: string
  begunAt: string
  byName: string | null
  reminders: number
  toPrint: number
  notSent: number
}
