import { createHash, randomUUID } from 'node:crypto'
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

/**
 * What a payment is called that only a balance told of; the payment itself takes its place once it comes. A clerk may write the same, but
 * what people enter has no digest.
 */
export const ofBalance = 'Kirjanpidon saldo'
export const digestOfBalance = () => digestOf(['balance', randomUUID()])

/**
 * Takes a payment that bookkeeping tells of. It is known again by invoice, voucher, day and sum, as many times as the file has it. What a
 * balance of its day or later has entered already is taken back as far as the payment goes, so that nothing is paid twice.
 */
export async function takePayment(act: Act<DealingsReach>, invoice: Payable, row: PaymentRow): Promise<void> {
  const { number, voucher, paidOn, cents, nth } = row
  if (cents === 0) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'amount' })
  const message = `Tosite ${voucher}`
  const digest = digestOf(['bookkeeping', number, voucher, paidOn, cents, nth])
  if (await isHeld(act, invoice, { ...row, message, digest })) throw alreadyKnown

  let left = cents
  for (const entered of await enteredByBalances(act, invoice.id, paidOn)) {
    if (Math.sign(entered.cents) !== Math.sign(left)) continue
    const part = Math.sign(left) * Math.min(Math.abs(left), Math.abs(entered.cents))
    const parts = [{ bears: 'payment' as const, cents: -part }]
    const taken = { amountCents: -part, paidOn: entered.day, message: ofBalance, digest: digestOfBalance(), parts }
    await keepPayment(act, invoice, taken)
    left -= part
  }
  if (left < Math.min(invoice.open, 0)) throw new Refusal('NOTHING_TO_REFUND', 422, { field: 'amount' })
  const parts = [
    { bears: 'payment' as const, cents: cents - left },
    ...(left < 0 ? [{ bears: 'payment' as const, cents: left }] : spread(left, invoice)),
  ].filter((part) => part.cents !== 0)
  await keepPayment(act, invoice, { amountCents: cents, paidOn, message, digest, parts })
}

function digestOf(traits: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(traits)).digest('hex')
}

// Payments taken before 0258 have no digest: they are known by their invoice, voucher, day and sum.
async function isHeld(
  act: Act<DealingsReach>,
  invoice: Payable,
  { message, digest, paidOn, cents, nth }: PaymentRow & { message: string; digest: string },
): Promise<boolean> {
  const [held] = await rowsOf<{ is: boolean }>(
    act,
    sql<{
      is: boolean
    }>`select exists (select from register.payment where group_company = ${invoice.groupCompany} and digest = ${digest})
      or (select count(*) from register.payment where digest is null and file_id is null and message = ${message}
        and paid_on = ${paidOn}::date and amount_cents = ${cents}
        and id in (select payment_id from register.payment_allocation where invoice_id = ${invoice.id}::uuid)) >= ${nth} as is`,
  )
  return held?.is === true
}

// A payment after the balance's day is none of those that the balance counted.
function enteredByBalances(act: Act<DealingsReach>, invoice: string, paidOn: Day) {
  return rowsOf<{ day: Day; cents: Cents }>(
    act,
    sql<{ day: Day; cents: Cents }>`select payment.paid_on as day, sum(part.cents)::bigint as cents
      from register.payment_allocation part join register.payment on payment.id = part.payment_id
      where part.invoice_id = ${invoice}::uuid and part.bears = 'payment' and payment.message = ${ofBalance} and payment.digest is not null
        and payment.file_id is null and payment.paid_on >= ${paidOn}::date
      group by payment.paid_on having sum(part.cents) <> 0 order by payment.paid_on`,
  )
}
