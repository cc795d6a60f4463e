import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { isLanguage } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter, textOfDeal } from '#register'
import { nextNumber } from '../next-number.ts'
import type { DealingsReach } from '../reach.ts'
import { creditOfDays, type DaysGivenBack } from './credit-days.ts'
import { notesOf } from './credit-notes.view.ts'
import { type Billed, creditOf } from './creditable.ts'
import { fiscalYearEnd } from './invoice.ts'

export interface Crediting {
  id: string
  /** Why; it stands on the credit note. */
  reason: string
  /** Lines of the invoice and how much of each in thousandths; left out: everything that is not credited yet. */
  lines?: readonly { id: string; quantity: number }[]
  revision?: number
  /** The complaint that it settles. */
  complaint?: string
  /** The days of a contract that it bills and that are given back, instead of lines. */
  days?: DaysGivenBack
}

/**
 * AVL § 209 b: corrects an issued invoice by a credit note, whole or in part, with a number of the same series. Refuses what goes beyond
 * the invoice (`CREDIT_BEYOND_INVOICE`). Answers the note and, where the invoice held up an erasure that may now go on, whose.
 */
export async function creditInvoice(act: Act<DealingsReach>, inForce: InForce, wish: Crediting) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const correction = textOfDeal('com.invoicing', wish.reason, 1000)
  if (!correction) throw new Refusal('VALUE_REQUIRED', 422, { field: 'reason', clause: 'S5.11' })
  const held = await lockedInvoice(act, wish.id)
  if (held.revision !== (wish.revision ?? held.revision))
    throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  await refuseStrangeComplaint(act, held, wish.complaint)
  const billed = { lines: held.lines, byVat: held.by_vat } as unknown as Billed // jsonb comes parsed
  const notes = await notesOf(act, wish.id)
  const { net, vat, total, byVat, ...credit } = wish.days
    ? creditOfDays(billed, notes, { ...wish.days, language: isLanguage(held.language) ? held.language : 'fi' })
    : creditOf(billed, notes, wish.lines)
  const isOfNothing = held.amount_cents === 0 && notes.length === 0 && !wish.lines
  const lines = isOfNothing && credit.lines.length === 0 ? billed.lines : credit.lines // none has a quantity
  // What came to nothing is credited to nothing, so that it is billed anew in the right way.
  if (lines.length === 0 || total > 0 || (total === 0 && held.amount_cents !== 0))
    throw new Refusal('NOTHING_TO_CREDIT', 422, { field: 'lines' })
  if (held.credited_cents - total > held.amount_cents)
    throw new Refusal('CREDIT_BEYOND_INVOICE', 422, { field: 'lines' })

  const [id, day] = [newId(act.at.getTime()), dayInHelsinki(act.at)]
  const {
    id: _,
    kind: ____,
    revision,
    credited_cents,
    amount_cents,
    held_at,
    number,
    lines: __,
    by_vat: ___,
    ...same
  } = held
  const draft = {
    ...{
      id,
      ...same,
      kind: 'credit-note' as const,
      origin: 'own' as const,
      credits_invoice_id: wish.id,
      correction,
      complaint_id: wish.complaint ?? null,
      ...{ period_since: wish.days?.since ?? null, period_until: wish.days?.until ?? null },
    },
    ...{
      lines: JSON.stringify(lines),
      by_vat: JSON.stringify(byVat),
      net_cents: net,
      vat_cents: vat,
      amount_cents: total,
    },
    ...{
      number: null,
      issued_on: null,
      due_on: null,
      fiscal_year_end: null,
      settled_on: null,
      status: 'draft' as const,
    },
    ...{ entered_by: act.by, entered_at: act.at, held_at },
  }
  await act.db.insertInto('register.invoice').values(draft).execute()
  const taken = await nextNumber(act, held.group_company, 'invoice')
  await act.db
    .updateTable('register.invoice')
    .set({
      ...{
        number: taken,
        issued_on: day,
        due_on: day,
        fiscal_year_end: fiscalYearEnd(day),
        status: 'credited',
        settled_on: day,
      },
      ...{ issued_at: act.at, issued_by: act.by },
    })
    .where('id', '=', id)
    .execute()
  await act.db
    .updateTable('register.invoice')
    .set({ revision: revision + 1 })
    .where('id', '=', wish.id)
    .execute()
  await act.record({ what: 'invoice.credited', about: wish.id, detail: { by: id, toPerson: held.person_id } })
  const settled = held.held_at !== null && held.credited_cents - total >= held.amount_cents
  return { id, number: taken, released: settled ? held.person_id : null }
}

async function lockedInvoice(act: Act<DealingsReach>, id: string) {
  const held = await act.db
    .selectFrom('register.invoice')
    .select([
      ...([
        'id',
        'group_company',
        'organisation_id',
        'person_id',
        'contact_person_id',
        'revision',
        'lines',
        'by_vat',
        'number',
      ] as const),
      ...([
        'credited_cents',
        'amount_cents',
        'held_at',
        'debtor_name',
        'debtor_address',
        'debtor_business_id',
      ] as const),
      ...([
        'debtor_vat_number',
        'language',
        'exemption',
        'reference',
        'your_reference',
        'our_reference',
        'order_id',
      ] as const),
      ...([
        'kind',
        'quote_id',
        'contract_id',
        'assignment_id',
        'delivery_id',
        'opportunity_id',
        'delivered_on',
      ] as const),
    ])
    .where('id', '=', id)
    .where('origin', '=', 'own')
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.kind === 'credit-note') throw new Refusal('CREDIT_NOTE_NOT_CREDITED', 409, { clause: 'S5.11' })
  if (!held.number) throw new Refusal('INVOICE_STATUS', 409, { clause: 'S5.11', status: 'draft' })
  return held
}

// S5.12: a complaint of another customer is not settled by this invoice.
async function refuseStrangeComplaint(
  act: Act<DealingsReach>,
  { organisation_id, person_id }: { organisation_id: string | null; person_id: string | null },
  complaint: string | undefined,
) {
  if (!complaint) return
  const said = await act.db
    .selectFrom('register.complaint')
    .select(['organisation_id', 'person_id'])
    .where('id', '=', complaint)
    .executeTakeFirst()
  if (!said || (said.organisation_id ?? said.person_id) !== (organisation_id ?? person_id))
    throw new Refusal('NOT_FOUND', 404, { field: 'complaint' })
}
