import type { Generated } from 'kysely'
import type { InvoiceStatus } from './invoice.ts'
import type { OpportunityTables } from './opportunities/tables.ts'
import type { ProductTables } from './products/tables.ts'

interface OfParty {
  id: string
  group_company: string
  organisation_id: string | null
  person_id: string | null
  entered_by: string
  entered_at: Date
  held_at: Date | null
}

export interface DealingsTables extends OpportunityTables, ProductTables {
  'register.invoice': OfParty & {
    number: string
    issued_on: string
    due_on: string
    amount_cents: number
    currency: Generated<string>
    status: InvoiceStatus
    settled_on: string | null
    fiscal_year_end: string
    debtor_name: string
    debtor_address: string | null
    text: string | null
    revision: Generated<number>
  }
  'register.warranty': OfParty & { item: string; starts_on: string; ends_on: string; claim_until: string }
  'register.complaint': OfParty & {
    parties: string[]
    opened_on: string
    closed_on: string | null
    text: string
    outcome: string | null
    revision: Generated<number>
  }
}
