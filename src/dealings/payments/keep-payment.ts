import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { textOfDeal } from '#register'
import { dayOfThese } from '../days.ts'
import { fiscalYearEnd } from '../invoices/invoice.ts'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { allocate, type Payable } from './allocating.ts'
import type { Part } from './spread.ts'

interface KeptPayment {
  /** Negative: a refund. */
  amountCents: Cents
  paidOn?: string | undefined
  message?: string | undefined
  /** What it is known again by, where something else than a person tells of it. */
  digest?: string
  parts: readonly Part[]
}

/** Writes a payment that no bank file brings and what its invoice takes of it. Refuses a day to come. Answers its id. */
export async function keepPayment(
  act: Act<DealingsReach>,
  invoice: Payable,
  { amountCents, paidOn, message, digest, parts }: KeptPayment,
): Promise<string> {
  const today = dayInHelsinki(act.at)
  const paid_on = dayOfThese('paidOn', paidOn ?? today, today)
  if (paid_on > today) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'paidOn' })
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.payment')
    .values({
      ...{ id, group_company: invoice.groupCompany },
      ...{ organisation_id: invoice.organisationId, person_id: invoice.personId },
      ...{ way: amountCents < 0 ? 'refund' : 'hand', amount_cents: amountCents, paid_on, booked_on: null },
      ...{ fiscal_year_end: fiscalYearEnd(paid_on), reference: null, payer_name: null, account: null },
      ...{ message: textOfDeal('com.invoicing', message, 1000), archive_code: null, digest: digest ?? null },
      ...{ file_id: null, entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await allocate(act, id, invoice.id, parts)
  await act.record({ what: 'payment.entered', about: id, detail: { invoice: invoice.id } })
  return id
}
