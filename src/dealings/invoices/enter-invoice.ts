import type { Sale } from '#choices'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, partyOfDeal, type RegisterTables, type SaidParty, textOfDeal } from '#register'
import { dayOf } from '../days.ts'
import type { DealingsReach } from '../reach.ts'
import { fiscalYearEnd } from './invoice.ts'

export interface NewInvoice extends SaidParty {
  number: string
  issuedOn?: string
  dueOn: string
  amountCents: number
  /** Without VAT, where it is known. */
  netCents?: number
  fiscalYearEnd?: string
  debtorAddress?: string
  text?: string
  groupCompany?: string
  /** The e-mail address that a private buyer gave with this purchase, having been told that marketing may be refused. */
  sale?: { productGroup: string; emailId: string | null; toldOfRefusal: boolean }
}

/** What a private person or a sole trader bought is a fact of sale (§ 200(3) of laki 917/2014), which the caller has noted. */
export interface Entered {
  id: string
  sale: Sale | null
}

/** S5.11: enters an invoice that was made elsewhere, as one sum. Our own are drafted and issued. */
export async function enterInvoice(act: Act<DealingsReach>, inForce: InForce, wish: NewInvoice): Promise<Entered> {
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.invoicing', ...wish })
  const group_company = groupCompanyOf(inForce.policy, wish.groupCompany)
  const row = { id: newId(act.at.getTime()), group_company, ...said(act, wish) }
  await refuseTaken(act, row)

  await act.db
    .insertInto('register.invoice')
    .values({
      ...row,
      ...{ organisation_id: party.organisationId, person_id: party.personId, debtor_name: party.name },
      ...{ status: 'open', settled_on: null, entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await act.record({ what: 'invoice.issued', about: row.id, detail: { toPerson: party.personId } })

  const soldAt = new Date(`${row.issued_on}T12:00:00Z`)
  const deal = { kind: 'invoice', id: row.id } as const
  const sale =
    wish.sale && party.personId
      ? { personId: party.personId, groupCompany: group_company, ...wish.sale, soldAt, deal }
      : null
  return { id: row.id, sale }
}

function said(act: Act<DealingsReach>, wish: NewInvoice) {
  const number = textOfDeal('com.invoicing', wish.number, 40)
  if (!number) throw new Refusal('VALUE_REQUIRED', 422, { field: 'number', clause: 'S5.11' })
  if (!Number.isSafeInteger(wish.amountCents)) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'amountCents' })
  const issued_on = dayOf('issuedOn', wish.issuedOn ?? dayInHelsinki(act.at))
  const due_on = dayOf('dueOn', wish.dueOn)
  const fiscal_year_end = dayOf('fiscalYearEnd', wish.fiscalYearEnd ?? fiscalYearEnd(issued_on))
  if (due_on < issued_on) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'dueOn' })
  if (fiscal_year_end < issued_on) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'fiscalYearEnd' })
  return {
    ...{ number, issued_on, due_on, fiscal_year_end, amount_cents: wish.amountCents },
    ...netOf(wish),
    debtor_address: textOfDeal('com.invoicing', wish.debtorAddress, 600),
    text: textOfDeal('com.invoicing', wish.text),
  }
}

function netOf({ amountCents, netCents }: NewInvoice) {
  if (netCents === undefined) return {}
  const isPart =
    Number.isSafeInteger(netCents) && netCents * amountCents >= 0 && Math.abs(netCents) <= Math.abs(amountCents)
  if (!isPart) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'netCents' })
  return { net_cents: netCents, vat_cents: amountCents - netCents }
}

async function refuseTaken(
  act: Act<DealingsReach>,
  { group_company, number }: { group_company: string; number: string },
) {
  const taken = await act.db
    .selectFrom('register.invoice')
    .select('id')
    .where('group_company', '=', group_company)
    .where('number', '=', number)
    .where('origin', '=', 'entered')
    .executeTakeFirst()
  if (taken) throw new Refusal('INVOICE_NUMBER_TAKEN', 409, { field: 'number' })
}
