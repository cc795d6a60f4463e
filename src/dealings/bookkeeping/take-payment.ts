import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import type { Cents } from '../money.ts'
import type { Payable } from '../payments/allocating.ts'
import { keepPayment } from '../payments/keep-payment.ts'
import { spread } from '../payments/spread.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { BookkeepingRow } from './intake.ts'
import { alreadyKnown } from './known.ts'

type PaymentRow = Extract<BookkeepingRow, { kind: 'payment' }>

/** What a payment is called that only a balance told of; the payment itself takes its place once it comes. */
export const ofBalance = 'Kirjanpidon saldo'

/**
 * Takes a payment that bookkeeping tells of. It is known again by invoice, voucher, day and sum, as many times as the file has it. What a
 * balance of its day or later has entered already is taken back as far as the payment goes, so that nothing is paid twice.
 */
export async function takePayment(act: Act<DealingsReach>, invoice: Payable, row: PaymentRow): Promise<void> {
  const { number, voucher, paidOn, cents, nth } = row
  if (cents === 0) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'amount' })
  const traits = JSON.stringify(['bookkeeping', number, voucher, paidOn, cents, nth])
  const digest = createHash('sha256').update(traits).digest('hex')
  if (await isHeld(act, invoice, digest)) throw alreadyKnown

  let left = cents
  for (const entered of await enteredByBalances(act, invoice.id, paidOn)) {
    if (Math.sign(entered.cents) !== Math.sign(left)) continue
    const part = Math.sign(left) * Math.min(Math.abs(left), Math.abs(entered.cents))
    const parts = [{ bears: 'payment' as const, cents: -part }]
    await keepPayment(act, invoice, { amountCents: -part, paidOn: entered.day, message: ofBalance, parts })
    left -= part
  }
  if (left < Math.min(invoice.open, 0)) throw new Refusal('NOTHING_TO_REFUND', 422, { field: 'amount' })
  const parts = [
    { bears: 'payment' as const, cents: cents - left },
    ...(left < 0 ? [{ bears: 'payment' as const, cents: left }] : spread(left, invoice)),
  ].filter((part) => part.cents !== 0)
  await keepPayment(act, invoice, { amountCents: cents, paidOn, message: `Tosite ${voucher}`, digest, parts })
}

async function isHeld(act: Act<DealingsReach>, { groupCompany }: Payable, digest: string): Promise<boolean> {
  const held = await act.db
    .selectFrom('register.payment')
    .select('id')
    .where('group_company', '=', groupCompany)
    .where('digest', '=', digest)
    .executeTakeFirst()
  return held !== undefined
}

// A payment after the balance's day is none of those that the balance counted.
function enteredByBalances(act: Act<DealingsReach>, invoice: string, paidOn: Day) {
  return rowsOf<{ day: Day; cents: Cents }>(
    act,
    sql<{ day: Day; cents: Cents }>`select payment.paid_on as day, sum(part.cents)::bigint as cents
      from register.payment_allocation part join register.payment on payment.id = part.payment_id
      where part.invoice_id = ${invoice}::uuid and part.bears = 'payment' and payment.message = ${ofBalance} and payment.file_id is null
        and payment.paid_on >= ${paidOn}::date
      group by payment.paid_on having sum(part.cents) <> 0 order by payment.paid_on`,
  )
}
