import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { lockedPayables, releasedBy } from './allocating.ts'
import { keepPayment } from './keep-payment.ts'
import { spread } from './spread.ts'

export interface EnteredPayment {
  invoice: string
  /** Negative: a refund of what was paid too much. */
  amountCents: Cents
  paidOn?: string
  message?: string
}

/** S5.11: enters a payment that no bank file brings, such as cash or a refund. What the invoice does not take stays unallocated. */
export async function enterPayment(act: Act<DealingsReach>, inForce: InForce, wish: EnteredPayment) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const { amountCents, paidOn, message } = wish
  if (!Number.isSafeInteger(amountCents) || amountCents === 0)
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'amountCents' })
  const [invoice] = await lockedPayables(act, [wish.invoice])
  if (!invoice) throw new Refusal('NOT_FOUND', 404, { field: 'invoice' })
  if (amountCents < 0 && amountCents < Math.min(invoice.open, 0))
    throw new Refusal('NOTHING_TO_REFUND', 422, { field: 'amountCents' })
  const parts = spread(amountCents, invoice)
  const id = await keepPayment(act, invoice, { amountCents, paidOn, message, parts })
  return { id, released: await releasedBy(act, [invoice.id]) }
}
