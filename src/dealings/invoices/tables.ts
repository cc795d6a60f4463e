import type { Generated } from 'kysely'
import type { InvoiceStatus } from './invoice.ts'
import type { Way } from './reminder-sending.ts'

interface OfParty {
  id: string
  group_company: string
  organisation_id: string | null
  person_id: string | null
  entered_by: string
  entered_at: Date
  held_at: Date | null
}

export interface InvoicingTables {
  'register.number_series': { group_company: string; kind: string; prefix: string; first: number; next: number }
  'register.invoicing': {
    group_company: string
    issues: Generated<boolean>
    vat_number: string | null
    street: string | null
    postcode: string | null
    city: string | null
    phone: string | null
    email: string | null
    website: string | null
    footer: string | null
    accounts: Generated<string>
    e_address: string | null
    e_operator: string | null
    payment_days: Generated<number>
    late_interest: number | null
    reminder_fee: Generated<number>
    collector: string | null
    changed_by: string
    changed_at: Date
    revision: Generated<number>
  }
  'register.e_invoice_address': {
    id: Generated<string>
    organisation_id: string
    person_id: string | null
    address: string
    operator: string
    source: string | null
    source_note: string | null
    document_kind: 'quote' | 'order' | 'contract' | 'invoice' | null
    document_id: string | null
    entered_by: string
    entered_at: Date
    held_at: Date | null
    revision: Generated<number>
  }
  'register.invoice': OfParty & {
    number: string | null
    issued_on: string | null
    due_on: string | null
    amount_cents: number
    currency: Generated<string>
    status: InvoiceStatus
    settled_on: string | null
    fiscal_year_end: string | null
    debtor_name: string
    debtor_address: string | null
    text: string | null
    revision: Generated<number>
    origin: Generated<'own' | 'entered'>
    kind: Generated<'invoice' | 'credit-note'>
    lines: Generated<string>
    net_cents: Generated<number | null>
    vat_cents: Generated<number | null>
    by_vat: Generated<string>
    credited_cents: Generated<number>
    paid_cents: Generated<number>
    open_cents: Generated<number>
    reference: Generated<string | null>
    terms: Generated<string>
    instalments: Generated<string>
    delivered_on: Generated<string | null>
    your_reference: Generated<string | null>
    our_reference: Generated<string | null>
    exemption: Generated<string | null>
    correction: Generated<string | null>
    language: Generated<string>
    contact_person_id: Generated<string | null>
    debtor_business_id: Generated<string | null>
    debtor_vat_number: Generated<string | null>
    credits_invoice_id: Generated<string | null>
    opportunity_id: Generated<string | null>
    quote_id: Generated<string | null>
    order_id: Generated<string | null>
    contract_id: Generated<string | null>
    assignment_id: Generated<string | null>
    delivery_id: Generated<string | null>
    complaint_id: Generated<string | null>
    /** Of its order and contract, as on the day of its issue; the database writes them. */
    order_number: Generated<string | null>
    contract_number: Generated<string | null>
    /** The days that it bills of a contract; of a credit note those that it gives back. */
    period_since: Generated<string | null>
    period_until: Generated<string | null>
    collection_on: Generated<string | null>
    collector_told_at: Generated<Date | null>
    issued_at: Generated<Date | null>
    issued_by: Generated<string | null>
  }
  'register.payment_file': {
    id: string
    group_company: string
    format: 'camt.054' | 'ktl'
    digest: string
    entries: number
    cents: number
    taken_by: string
    taken_at: Date
  }
  'register.payment': OfParty & {
    way: 'bank' | 'hand' | 'refund' | 'credit'
    amount_cents: number
    left_cents: Generated<number>
    gone_cents: Generated<number>
    paid_on: string
    booked_on: string | null
    fiscal_year_end: string
    reference: string | null
    payer_name: string | null
    message: string | null
    account: string | null
    archive_code: string | null
    digest: string | null
    file_id: string | null
    revision: Generated<number>
  }
  'register.payment_again': { payment_id: string; file_id: string; digest: string }
  'register.payment_allocation': {
    id: Generated<string>
    payment_id: string
    invoice_id: string
    bears: 'payment' | 'credit' | 'charge'
    cents: number
    allocated_by: string
    allocated_at: Date
  }
  'register.reminder': OfParty & {
    invoice_id: string
    round: number
    reminded_on: string
    due_on: string
    open_cents: number
    fee_cents: number
    /** Its own fee and those of the reminders before it, which are paid only after the invoice. */
    fees_asked_cents: Generated<number>
    interest_cents: number
    run_id: Generated<string | null>
    way: Generated<Way | null>
    printed_at: Generated<Date | null>
  }
  'register.reference_rate': { half: string; points: number; entered_by: string; entered_at: Date }
  'register.reminder_run': {
    id: string
    group_company: string
    left_out: number
    begun_by: string
    begun_at: Date
  }
}
