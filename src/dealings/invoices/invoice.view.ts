import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import { chainOf } from '../chain.view.ts'
import type { Line } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { notesOf } from './credit-notes.view.ts'
import { creditable } from './creditable.ts'
import { type InvoiceStatus, standingOf } from './invoice.ts'
import { type Instalment, lateSince, type Share } from './payment-terms.ts'
import { creditorReference } from './reference-number.ts'

export interface InvoiceRow {
  id: string
  groupCompany: string
  organisationId: string | null
  personId: string | null
  contact: string | null
  origin: 'own' | 'entered'
  kind: 'invoice' | 'credit-note'
  number: string | null
  status: InvoiceStatus
  revision: number
  issuedOn: Day | null
  dueOn: Day | null
  settledOn: Day | null
  deliveredOn: Day | null
  collectionOn: Day | null
  /** Null: not yet, or before that was noted. */
  collectorToldAt: Date | null
  debtorName: string
  debtorAddress: string | null
  debtorBusinessId: string | null
  debtorVatNumber: string | null
  lines: Line[]
  byVat: { category: string; rate: number; net: number; vat: number }[]
  netCents: number | null
  vatCents: number | null
  amountCents: number
  creditedCents: number
  paidCents: number
  openCents: number
  reference: string | null
  terms: Share[]
  instalments: Instalment[]
  yourReference: string | null
  ourReference: string | null
  exemption: string | null
  correction: string | null
  text: string | null
  language: 'fi' | 'sv' | 'en'
  credits: { id: string; number: string; issuedOn: Day } | null
  orderId: string | null
  deliveryId: string | null
  contractId: string | null
  quoteId: string | null
  assignmentId: string | null
  complaintId: string | null
}

/** The row of one invoice as papers and screens know it; refuses with 404 what this duty does not see. */
export async function invoiceRow(look: Look<DealingsReach>, id: string): Promise<InvoiceRow> {
  const [row] = await rowsOf<InvoiceRow>(
    look,
    sql<InvoiceRow>`select id, group_company as "groupCompany", organisation_id as "organisationId", person_id as "personId",
        contact_person_id as contact, origin, kind, number, status, revision, issued_on as "issuedOn", due_on as "dueOn",
        settled_on as "settledOn", delivered_on as "deliveredOn", collection_on as "collectionOn", collector_told_at as "collectorToldAt", debtor_name as "debtorName",
        debtor_address as "debtorAddress", debtor_business_id as "debtorBusinessId", debtor_vat_number as "debtorVatNumber",
        lines, by_vat as "byVat", net_cents as "netCents", vat_cents as "vatCents", amount_cents as "amountCents",
        credited_cents as "creditedCents", paid_cents as "paidCents", open_cents as "openCents", reference, terms, instalments,
        your_reference as "yourReference", our_reference as "ourReference", exemption, correction, text, language,
        (select jsonb_build_object('id', was.id, 'number', was.number, 'issuedOn', was.issued_on)
          from register.invoice was where was.id = invoice.credits_invoice_id) as credits,
        order_id as "orderId", delivery_id as "deliveryId", contract_id as "contractId", quote_id as "quoteId",
        assignment_id as "assignmentId", complaint_id as "complaintId"
      from register.invoice where id = ${id}::uuid`,
  )
  if (!row) throw new Refusal('NOT_FOUND', 404)
  return row
}

/** The card of an invoice: itself, what was paid and credited, its reminders, and what this duty may do next. */
export async function invoiceCard(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const row = await invoiceRow(look, id)
  const payments = await rowsOf(
    look,
    sql`select payment.id, payment.paid_on as "paidOn", payment.way, payment.amount_cents as "amountCents", payment.payer_name as "payerName",
        payment.revision, part.bears, part.cents
      from register.payment_allocation part join register.payment on payment.id = part.payment_id
      where part.invoice_id = ${id}::uuid order by payment.paid_on, part.id`,
  )
  const creditNotes = await rowsOf(
    look,
    sql`select id, number, issued_on as "issuedOn", amount_cents as "amountCents", correction from register.invoice
      where credits_invoice_id = ${id}::uuid and number is not null order by issued_on, length(number), number`,
  )
  const reminders = await rowsOf(
    look,
    sql`select id, round, reminded_on as "remindedOn", due_on as "dueOn", fee_cents as "feeCents", interest_cents as "interestCents"
      from register.reminder where invoice_id = ${id}::uuid order by round`,
  )
  look.saw(row.personId ? [row.personId] : [], ['com.invoicing'])
  const chain = await chainOf(look, inForce, { order: row.orderId, quote: row.quoteId, contract: row.contractId })
  const since = lateSince(row.instalments, row.openCents)
  const mayWrite = may(inForce.policy, look.duty, look.purpose, 'com.invoicing', 'write').allowed
  return {
    ...row,
    standing: standingOf({ ...row, lateSince: since }, dayInHelsinki(look.at)),
    creditorReference: row.reference ? creditorReference(row.reference) : null,
    creditable: row.origin === 'own' ? Object.fromEntries(creditable(row.lines, await notesOf(look, id))) : {},
    ...{ payments, creditNotes, reminders, chain, mayWrite },
  }
}
