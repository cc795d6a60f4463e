import type { Sale } from '#choices'
import type { Act } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { type Line, refuseRatesOutOfForce } from '../lines.ts'
import { nextNumber } from '../next-number.ts'
import type { DealingsReach } from '../reach.ts'
import { addressOfDebtor } from './debtor-address.ts'
import { lockedDraft } from './draft-invoice.ts'
import { exemptionOf } from './exemption.ts'
import { fiscalYearEnd } from './invoice.ts'
import { invoicingOf } from './invoicing.ts'
import { instalmentsOf } from './payment-terms.ts'
import { referenceOf } from './reference-number.ts'

export interface Issuing {
  id: string
  revision?: number
  /** The e-mail address that a private buyer gave with this purchase, having been told that marketing may be refused. */
  sale?: { productGroup: string; emailId: string | null; toldOfRefusal: boolean }
}

export interface Issued {
  id: string
  number: string
  /** A fact of sale (§ 200(3) of laki 917/2014), which the caller notes. */
  sale: Sale | null
}

/**
 * S5.11: issues a draft. It takes the next number, a reference number and its due days, and nobody changes it any more. The day is the
 * day in Helsinki: on New Year's Eve the old year's and its VAT rates. A company's address is fetched from its card where the draft has none.
 * Refuses an invoice that must have an address and has none (`BUYER_ADDRESS_MISSING`), and the second of two presses (`INVOICE_ISSUED`).
 */
export async function issueInvoice(act: Act<DealingsReach>, inForce: InForce, wish: Issuing): Promise<Issued> {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const held = await lockedDraft(act, wish.id, wish.revision)
  const { issues } = await invoicingOf(act, held.group_company)
  if (!issues) throw new Refusal('OWN_INVOICING_OFF', 409, { clause: 'S5.11' })
  const day = dayInHelsinki(act.at)
  const exemption = refuseUnready(held.lines, { day: held.delivered_on ?? day, ...held })
  const debtor_address = await addressedTo(act, inForce, held)
  const instalments = instalmentsOf(held.amount_cents, day, held.terms)
  const number = await nextNumber(act, held.group_company, 'invoice')

  await act.db
    .updateTable('register.invoice')
    .set({
      ...{ number, reference: referenceOf(number), issued_on: day, issued_at: act.at, issued_by: act.by, exemption },
      ...{ due_on: instalments.at(-1)?.dueOn ?? day, instalments: JSON.stringify(instalments), status: 'open' },
      ...{ fiscal_year_end: fiscalYearEnd(day), delivered_on: held.delivered_on ?? day, revision: held.revision + 1 },
      debtor_address,
    })
    .where('id', '=', wish.id)
    .execute()
  await act.record({ what: 'invoice.issued', about: wish.id, detail: { toPerson: held.person_id } })
  return { id: wish.id, number, sale: saleOf(act, held, wish.sale) }
}

function refuseUnready(
  lines: readonly Line[],
  { day, exemption, debtor_vat_number }: { day: Day; exemption: string | null; debtor_vat_number: string | null },
) {
  if (lines.length === 0) throw new Refusal('INVOICE_EMPTY', 422, { field: 'lines', clause: 'S5.11' })
  refuseRatesOutOfForce(lines, day)
  return exemptionOf(lines, { exemption, buyerVatNumber: debtor_vat_number })
}

// AVL § 209 b, e and f: an invoice to a company has its address unless it is at most 400 € with VAT and neither a reverse charge nor
// an intra-Community supply; a private buyer's needs none.
async function addressedTo(act: Act<DealingsReach>, inForce: InForce, held: Awaited<ReturnType<typeof lockedDraft>>) {
  if (held.debtor_address || !held.organisation_id) return held.debtor_address
  const address = await addressOfDebtor(act, inForce, {
    ...{ organisationId: held.organisation_id, personId: null, name: held.debtor_name },
  })
  const isSimple = held.amount_cents <= 400_00 && !held.lines.some(({ vatCategory }) => /^(AE|K)$/.test(vatCategory))
  if (!address && !isSimple)
    throw new Refusal('BUYER_ADDRESS_MISSING', 422, { field: 'debtorAddress', clause: 'S5.11' })
  return address
}

function saleOf(
  act: Act<DealingsReach>,
  held: { id: string; person_id: string | null; group_company: string },
  sale: Issuing['sale'],
): Sale | null {
  if (!sale || !held.person_id) return null
  const deal = { kind: 'invoice', id: held.id } as const
  return { personId: held.person_id, groupCompany: held.group_company, ...sale, soldAt: act.at, deal }
}
