import { addMonths, type Day } from '#platform/finnish-calendar'

export const invoiceStatuses = ['draft', 'open', 'paid', 'credited', 'collection'] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

export const invoiceEvents = ['payment', 'credit', 'collection', 'withdrawal-from-collection'] as const
export type InvoiceEvent = (typeof invoiceEvents)[number]

const moves: Readonly<Record<InvoiceEvent, Partial<Record<InvoiceStatus, InvoiceStatus>>>> = {
  payment: { open: 'paid', collection: 'paid' },
  credit: { open: 'credited', collection: 'credited' },
  collection: { open: 'collection' },
  'withdrawal-from-collection': { collection: 'open' },
}

/** The status after an event, or null where it does not apply. */
export function afterInvoice(event: InvoiceEvent, status: InvoiceStatus): InvoiceStatus | null {
  return moves[event][status] ?? null
}

export function eventsOfInvoice(status: InvoiceStatus): InvoiceEvent[] {
  return invoiceEvents.filter((event) => afterInvoice(event, status) !== null)
}

/** Whether it is owed: then it blocks the erasing of its debtor (S12.15). */
export function isOwed(status: InvoiceStatus): boolean {
  return status === 'open' || status === 'collection'
}

/** What an invoice is called at the desk: its status, and how far it is paid and how late it is. */
export type Standing = InvoiceStatus | 'partly-paid' | 'overdue' | 'to-refund'

export function standingOf(
  invoice: {
    status: InvoiceStatus
    kind: string
    openCents: number
    paidCents: number
    creditedCents: number
    lateSince: Day | null
  },
  today: Day,
): Standing {
  const { status, kind, openCents, paidCents, creditedCents, lateSince } = invoice
  if (kind === 'invoice' && openCents < 0) return 'to-refund'
  if (status !== 'open') return status
  if (lateSince && lateSince < today) return 'overdue'
  return paidCents + creditedCents > 0 ? 'partly-paid' : 'open'
}

/** The end of the fiscal year that a day belongs to; `--12-31` is the end of each year. */
export function fiscalYearEnd(issued: Day, ends = '--12-31'): Day {
  const year = Number(issued.slice(0, 4))
  const month = Number(ends.slice(2, 4))
  const ofYear = (number: number) => addMonths(`${number}-01-31`, month - 1) // the last day of the month it ends with
  return issued <= ofYear(year) ? ofYear(year) : ofYear(year + 1)
}
