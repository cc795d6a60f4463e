import type { Generated } from 'kysely'
import type { BookkeepingTables } from './bookkeeping/tables.ts'
import type { ChainTables } from './chain-tables.ts'
import type { Resolution } from './complaint.ts'
import type { InvoicingTables } from './invoices/tables.ts'
import type { OpportunityTables } from './opportunities/tables.ts'
import type { PaperTables } from './papers/tables.ts'
import type { ProductTables } from './products/tables.ts'
import type { QuoteRequestTables } from './quote-requests/tables.ts'

interface OfParty {
  id: string
  group_company: string
  organisation_id: string | null
  person_id: string | null
  entered_by: string
  entered_at: Date
  held_at: Date | null
}

export interface DealingsTables
  extends OpportunityTables,
    InvoicingTables,
    ProductTables,
    ChainTables,
    QuoteRequestTables,
    PaperTables,
    BookkeepingTables {
  'register.warranty': OfParty & {
    item: string
    starts_on: string
    ends_on: string
    claim_until: string
    product_id: Generated<string | null>
    serial: Generated<string | null>
    order_id: Generated<string | null>
    delivery_id: Generated<string | null>
    invoice_id: Generated<string | null>
  }
  'register.complaint': OfParty & {
    parties: string[]
    opened_on: string
    closed_on: string | null
    text: string
    outcome: string | null
    product_id: Generated<string | null>
    order_id: Generated<string | null>
    delivery_id: Generated<string | null>
    invoice_id: Generated<string | null>
    warranty_id: Generated<string | null>
    taken_by: Generated<string | null>
    taken_on: Generated<string | null>
    resolution: Generated<Resolution | null>
    credited_on: Generated<string | null>
    revision: Generated<number>
  }
}
