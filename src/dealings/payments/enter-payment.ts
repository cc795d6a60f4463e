import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter, textOfDeal } from '#register'
import { dayOfThese } from '../days.ts'
import { fiscalYearEnd } from '../invoices/invoice.ts'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { allocate, lockedPayables, releasedBy } from './allocating.ts'
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
  const { amountCents } = wish
  if (!Number.isSafeInteger(amountCents) || amountCents === 0)
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'amountCents' })
  const today = dayInHelsinki(act.at)
  const paid_on = dayOfThese('paidOn', wish.paidOn ?? today, today)
  if (paid_on > today) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'paidOn' })
  const [invoice] = await lockedPayables(act, [wish.invoice])
  if (!invoice) throw new Refusal('NOT_FOUND', 404, { field: 'invoice' })
  if (amountCents < 0 && invoice.open >= 0) throw new Refusal('NOTHING_TO_REFUND', 422, { field: 'amountCents' })
  if (amountCents < invoice.open && amountCents < 0)
    throw new Refusal('NOTHING_TO_REFUND', 422, { field: 'amountCents' })

  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.payment')
    .values({
      ...{
        id,
        group_company: invoice.groupCompany,
        organisation_id: invoice.organisationId,
        person_id: invoice.personId,
      },
      ...{
        way: amountCents < 0 ? 'refund' : 'hand',
        amount_cents: amountCents,
        paid_on,
        booked_on: null,
        fiscal_year_end: fiscalYearEnd(paid_on),
      },
      ...{ reference: null, payer_name: null, message: textOfDeal('com.invoicing', wish.message, 1000), account: null },
      ...{ archive_code: null, digest: null, file_id: null, entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await allocate(act, id, invoice.id, spread(amountCents, invoice))
  await act.record({ what: 'payment.entered', about: id, detail: { invoice: invoice.id } })
  return { id, released: await releasedBy(act, [invoice.id]) }
}
