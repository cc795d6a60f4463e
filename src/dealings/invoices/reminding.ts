import { addDays, type Day } from '#platform/finnish-calendar'
import type { Cents } from '../money.ts'
import { type Instalment, lateSince, overdueOf } from './payment-terms.ts'

export interface Remindable {
  status: string
  instalments: readonly Instalment[]
  open: Cents
  consumer: boolean
  /** The days of the reminders sent so far. */
  reminded: readonly Day[]
  /** The fees that those asked for. */
  fees: Cents
}

export interface NextReminder {
  round: 1 | 2
  /** The day by which the oldest of what is late was to be paid. */
  since: Day
  /** What is late, in cents. */
  late: Cents
  fee: Cents
  /** The new day to pay by. */
  dueOn: Day
}

// Laki saatavien perinnästä 513/1999 § 10 a: fourteen days from the due day, and from each demand to the next, before costs are asked for.
const wait = 14
const daysToPay = 14
// § 10 a (1) 1: at most 5 € for a reminder to a consumer. § 10 e: 40 € is a business's standard compensation, which its fees stay within.
const consumerLimit: Cents = 500
const businessLimit: Cents = 4000

/** The reminder that may be sent on a day, or null: nothing is late, it is too soon, two were sent, or a collector has it. */
export function nextReminder(today: Day, invoice: Remindable, fee: Cents): NextReminder | null {
  const since = lateSince(invoice.instalments, invoice.open)
  const late = overdueOf(invoice.instalments, invoice.open, today)
  if (invoice.status !== 'open' || !since || late <= 0 || invoice.reminded.length >= 2) return null
  const last = invoice.reminded.at(-1) ?? since
  if (addDays(last, wait) > today) return null
  return {
    round: invoice.reminded.length === 0 ? 1 : 2,
    since,
    late,
    fee: Math.min(fee, invoice.consumer ? consumerLimit : Math.max(0, businessLimit - invoice.fees)),
    dueOn: addDays(today, daysToPay),
  }
}

/** Whether it may go to a collector: it was reminded of, and the time that the last reminder gave is over. */
export function mayCollect(
  today: Day,
  invoice: Pick<Remindable, 'status' | 'open'> & { lastDueOn: Day | null },
): boolean {
  return invoice.status === 'open' && invoice.open > 0 && invoice.lastDueOn !== null && invoice.lastDueOn < today
}
