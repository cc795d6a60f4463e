import type { Act } from '#ledger'
import { intoBin } from '#lists'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  groupCompanyOf,
  type InForce,
  type Party,
  partyOfDeal,
  type RegisterTables,
  refuseUnlessWriter,
  type SaidParty,
  textOfDeal,
} from '#register'
import { may } from '#statement'
import { dayOfThese } from '../days.ts'
import { refuseEdited, refuseUnseenContact } from '../deal-parts.ts'
import { type Line, linesOf, totalsOf } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { usualDays } from '../usual-days.ts'
import { usualLanguage } from '../usual-language.ts'
import { addressOfDebtor } from './debtor-address.ts'
import { draftsBin } from './drafts-bin.ts'
import { saidVatNumber } from './e-address.ts'
import { invoicingOf } from './invoicing.ts'
import { type Share, termsOf } from './payment-terms.ts'

/** What a draft says, and what may be changed in it until it is issued. */
export interface DraftContent {
  lines?: unknown
  /** Parts in basis points and their days; the customer's usual days where nothing is said. */
  terms?: readonly Share[]
  deliveredOn?: string | null
  yourReference?: string | null
  ourReference?: string | null
  /** Why there is no VAT, where a line bears none (AVL § 209 e). */
  exemption?: string | null
  text?: string | null
  language?: 'fi' | 'sv' | 'en'
  contact?: string | null
  debtorAddress?: string | null
  debtorVatNumber?: string | null
}

export interface NewDraft extends SaidParty, DraftContent {
  groupCompany?: string
  /** What it bills. */
  from?: {
    opportunityId?: string | null
    quoteId?: string | null
    orderId?: string | null
    contractId?: string | null
    assignmentId?: string | null
    deliveryId?: string | null
    /** The first and the last day that it bills of a contract. */
    periodSince?: string | null
    periodUntil?: string | null
  }
}

/**
 * S5.11: begins an invoice; it has no number and may be changed or thrown away until it is issued. Refuses where the group company does not
 * issue invoices of its own (`OWN_INVOICING_OFF`), and lines as `linesOf` does; a negative line is a discount that the order agreed on.
 */
export async function draftInvoice(act: Act<DealingsReach>, inForce: InForce, wish: NewDraft): Promise<{ id: string }> {
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.invoicing', ...wish })
  const group_company = groupCompanyOf(inForce.policy, wish.groupCompany)
  const { issues } = await invoicingOf(act, group_company)
  if (!issues) throw new Refusal('OWN_INVOICING_OFF', 409, { clause: 'S5.11' })
  const from = wish.from ?? {}
  const id = newId(act.at.getTime())
  const { days } = await usualDays(act, inForce, { ...party, groupCompany: group_company })
  const usual = [{ share: 10_000, days }]
  const language = wish.language ?? (await usualLanguage(act, inForce, { ...party, contact: wish.contact }))

  await act.db
    .insertInto('register.invoice')
    .values({
      ...{
        id,
        group_company,
        organisation_id: party.organisationId,
        person_id: party.personId,
        origin: 'own',
        status: 'draft',
      },
      ...{
        number: null,
        issued_on: null,
        due_on: null,
        fiscal_year_end: null,
        settled_on: null,
        debtor_name: party.name,
      },
      ...(await contentOf(act, { terms: usual, ...wish, language })),
      debtor_address:
        textOfDeal('com.invoicing', wish.debtorAddress, 600) ?? (await addressOfDebtor(act, inForce, party)),
      debtor_business_id: await businessIdOf(act, inForce, party),
      ...{ opportunity_id: from.opportunityId ?? null, quote_id: from.quoteId ?? null, order_id: from.orderId ?? null },
      ...{
        contract_id: from.contractId ?? null,
        assignment_id: from.assignmentId ?? null,
        delivery_id: from.deliveryId ?? null,
        period_since: from.periodSince ?? null,
        period_until: from.periodUntil ?? null,
      },
      ...{ entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await act.record({ what: 'invoice.drafted', about: id, detail: { toPerson: party.personId } })
  return { id }
}

/** Changes what a draft says; what is left out stays. Refuses an issued one (`INVOICE_ISSUED`) and another's edit meanwhile. */
export async function changeDraft(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, revision, ...change }: DraftContent & { id: string; revision?: number },
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const held = await lockedDraft(act, id, revision)
  const said = {
    ...{ lines: held.lines, terms: held.terms, deliveredOn: held.delivered_on, yourReference: held.your_reference },
    ...{
      ourReference: held.our_reference,
      exemption: held.exemption,
      text: held.text,
      contact: held.contact_person_id,
    },
    ...{ language: held.language as 'fi', debtorAddress: held.debtor_address, debtorVatNumber: held.debtor_vat_number },
  } as unknown as DraftContent
  const next = { ...said, ...change }
  await act.db
    .updateTable('register.invoice')
    .set({
      ...(await contentOf(act, next)),
      debtor_address: textOfDeal('com.invoicing', next.debtorAddress, 600),
      revision: held.revision + 1,
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'invoice.changed', about: id })
}

/** Throws a draft into the bin: nothing was issued, so no number is lost. */
export async function discardDraft(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, revision }: { id: string; revision?: number },
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  await lockedDraft(act, id, revision)
  await intoBin(act, draftsBin, id)
}

/** The draft under a lock, so that of two who press at once one is refused. */
export async function lockedDraft(act: Act<DealingsReach>, id: string, revision?: number) {
  const held = await act.db
    .selectFrom('register.invoice')
    .select([
      ...(['id', 'group_company', 'organisation_id', 'person_id', 'status', 'revision', 'lines', 'terms'] as const),
      ...([
        'delivered_on',
        'your_reference',
        'our_reference',
        'exemption',
        'text',
        'language',
        'contact_person_id',
      ] as const),
      ...(['debtor_name', 'debtor_address', 'debtor_vat_number', 'amount_cents', 'order_id'] as const),
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.status !== 'draft') throw new Refusal('INVOICE_ISSUED', 409, { clause: 'S5.11' })
  refuseEdited(held, revision)
  return { ...held, lines: held.lines as unknown as Line[], terms: held.terms as unknown as Share[] } // jsonb comes parsed
}

async function contentOf(act: Act<DealingsReach>, said: DraftContent) {
  const lines = linesOf(said.lines ?? [], { negative: true })
  for (const [n, line] of lines.entries()) textOfDeal(`lines.${n}.text`, line.text, 1000) // S5.15: no identity codes
  const { net, vat, total, byVat } = totalsOf(lines)
  if (total < 0) throw new Refusal('NEGATIVE_INVOICE', 422, { field: 'lines' })
  await refuseUnseenContact(act, said.contact)
  const short = (typed: unknown, limit: number) => textOfDeal('com.invoicing', typed, limit)
  return {
    ...{
      lines: JSON.stringify(lines),
      by_vat: JSON.stringify(byVat),
      net_cents: net,
      vat_cents: vat,
      amount_cents: total,
    },
    terms: JSON.stringify(termsOf(said.terms)),
    delivered_on: said.deliveredOn ? dayOfThese('deliveredOn', said.deliveredOn, dayInHelsinki(act.at)) : null,
    ...{ your_reference: short(said.yourReference, 100), our_reference: short(said.ourReference, 100) },
    ...{ exemption: short(said.exemption, 400), text: short(said.text, 4000), language: said.language ?? 'fi' },
    ...{
      contact_person_id: said.contact ?? null,
      debtor_vat_number: saidVatNumber('debtorVatNumber', said.debtorVatNumber),
    },
  }
}

async function businessIdOf(act: Act<DealingsReach>, { policy }: InForce, { organisationId }: Party) {
  if (!organisationId || !may(policy, act.duty, act.purpose, 'org.businessId', 'read').allowed) return null
  const firm = await act.db
    .selectFrom('register.organisation')
    .select('business_id')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return firm?.business_id ?? null
}
