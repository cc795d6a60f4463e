import { sql } from 'kysely'
import type { FinderPart } from '#lists'
import type { ImportKind } from '#register'
import { opportunitiesFromFile } from './opportunities/opportunities-from-file.ts'
import { productsFromFile } from './products/products-from-file.ts'

const numbered = [
  ['quote', 'com.quotes', 'quote', 'state'],
  ['order', 'com.orders', 'sales_order', 'state'],
  ['contract', 'com.contracts', 'contract', 'state'],
  ['assignment', 'com.contracts', 'assignment', 'state'],
  ['delivery', 'com.delivery', 'delivery', 'state'],
  ['invoice', 'com.invoicing', 'invoice', 'status'],
] as const

/** Quotes, orders, contracts, assignments, deliveries and invoices by their number. */
export const dealingsFinder: readonly FinderPart[] = numbered.map(([kind, field, table, state]) => ({
  kind,
  field,
  rows: ({ number, groupCompanies }) => sql`
    select id, number as title, ${sql.ref(state)} as state, person_id as person, organisation_id as organisation
    from ${sql.table(`register.${table}`)} where group_company = any(${groupCompanies}::text[]) and number = ${number} limit 5`,
}))

/** What of the dealings a file may hold. */
export const dealingsFromFiles: readonly ImportKind[] = [productsFromFile, opportunitiesFromFile]
