import { comingOf, type Gone } from '../deliveries/delivery.ts'
import type { Line } from '../lines.ts'

/** What of an order was delivered and invoiced. */
export interface Billing {
  lines: readonly Line[]
  /** What is to be invoiced now; null: what was ordered, because nothing of it goes out or it is billed from the order. */
  gone: readonly (readonly Gone[])[] | null
  /** All that has gone out. */
  all: readonly (readonly Gone[])[]
  /** The lines of the invoices of this order; those of credit notes are negative. */
  billed: readonly (readonly Pick<Line, 'id' | 'quantity'>[])[]
}

/** The lines of the next invoice: what is meant now, never more than has gone out and was not invoiced yet. */
export function leftToBill({ lines, gone, all, billed }: Billing): Line[] {
  const invoiced = new Map<string, number>()
  for (const { id, quantity } of billed.flat()) invoiced.set(id, (invoiced.get(id) ?? 0) + quantity)
  const meant = gone && comingOf(lines, gone)
  const out = comingOf(lines, all)
  return lines.flatMap((line, n) => {
    const went = out[n]?.gone ?? 0
    const open = (gone ? went : Math.max(line.quantity, went)) - (invoiced.get(line.id) ?? 0)
    const now = meant ? Math.min(meant[n]?.gone ?? 0, open) : open
    return now > 0 ? [{ ...line, quantity: now }] : []
  })
}
