import type { Cents } from '../money.ts'

export interface Part {
  bears: 'payment' | 'charge'
  cents: Cents
}

/** Where a payment for an invoice goes: to what is open, then to the fee and interest that were asked for; the rest stays unallocated. */
export function spread(left: Cents, { open, charges, paid }: { open: Cents; charges: Cents; paid: Cents }): Part[] {
  if (left < 0) return parts(Math.max(left, -Math.max(paid, 0)), 0) // a refund, or the bank took a payment back
  const toInvoice = Math.min(left, Math.max(open, 0))
  return parts(toInvoice, Math.min(left - toInvoice, Math.max(charges, 0)))
}

function parts(payment: Cents, charge: Cents): Part[] {
  const both: Part[] = [
    { bears: 'payment', cents: payment },
    { bears: 'charge', cents: charge },
  ]
  return both.filter(({ cents }) => cents !== 0)
}
