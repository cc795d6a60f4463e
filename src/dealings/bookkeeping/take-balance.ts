import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Payable } from '../payments/allocating.ts'
import { keepPayment } from '../payments/keep-payment.ts'
import type { DealingsReach } from '../reach.ts'
import type { BookkeepingRow } from './intake.ts'
import { alreadyKnown } from './known.ts'
import { digestOfBalance, ofBalance } from './take-payment.ts'

type BalanceRow = Extract<BookkeepingRow, { kind: 'balance' }>

/** Enters as paid what bookkeeping has no longer open. What was paid too much there is told by payments. Refuses a higher balance (`BALANCE_HIGHER`). */
export async function takeBalance(
  act: Act<DealingsReach>,
  invoice: Payable & { amount: number },
  row: BalanceRow,
): Promise<void> {
  const sign = Math.sign(invoice.amount)
  const owed = Math.sign(row.cents) === sign ? row.cents : 0
  const paid = invoice.open - owed
  if (paid === 0) throw alreadyKnown
  if (Math.sign(paid) !== sign) throw new Refusal('BALANCE_HIGHER', 422, { field: 'open' })
  const parts = [{ bears: 'payment' as const, cents: paid }]
  const told = { message: ofBalance, digest: digestOfBalance(), parts }
  await keepPayment(act, invoice, { amountCents: paid, paidOn: row.paidOn ?? undefined, ...told })
}
