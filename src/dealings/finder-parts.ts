import { sql } from 'kysely'
import type { FinderPart } from '#lists'
import type { ImportKind } from '#register'
import type { NumberedKind } from './next-number.ts'
import { opportunitiesFromFile } from './opportunities/opportunities-from-file.ts'
import { productsFromFile } from './products/products-from-file.ts'
import { productName } from './products/products-list.ts'

const numbered = [
  ['quote', 'com.quotes', 'quote', 'state'],
  ['order', 'com.orders', 'sales_order', 'state'],
  ['contract', 'com.contracts', 'contract', 'state'],
  ['assignment', 'com.contracts', 'assignment', 'state'],
  ['delivery', 'com.delivery', 'delivery', 'state'],
  ['invoice', 'com.invoicing', 'invoice', 'status'],
] as const

/** Quotes, orders, contracts, assignments, deliveries and invoices by their number and subject, and the other deals by their words. */
export const dealingsFinder: readonly FinderPart[] = [
  {
    ...{ kind: 'opportunity', field: 'com.quotes', table: 'register.opportunity' },
    ...{ title: sql.ref('opportunity.title'), state: sql.ref('opportunity.state'), ...partyOf('opportunity') },
    ...{ words: 'register.opportunity_words', where: sql`opportunity.binned_at is null` },
  },
  {
    ...{ kind: 'quote-request', field: 'com.quotes', table: 'register.quote_request' },
    ...{ title: sql.ref('quote_request.title'), state: sql.ref('quote_request.state'), ...partyOf('quote_request') },
    ...{ words: 'register.quote_request_words', where: sql`quote_request.binned_at is null` },
  },
  ...numbered.map(
    ([kind, field, table, state]): FinderPart => ({
      ...{ kind, field, table: `register.${table}`, words: `register.${table}_words`, ...partyOf(table) },
      ...{
        title: titleOf(table),
        state: sql.ref(`${table}.${state}`),
        numbered: (said) => beginning(table, kind, said),
      },
    }),
  ),
  {
    ...{ kind: 'product', field: ['org.name', 'com.quotes', 'com.orders', 'com.invoicing'], table: 'register.product' },
    ...{
      title: (language) => sql`concat_ws(' · ', ${productName(language)}, product.sku)`,
      words: 'register.product_by_words',
    },
  },
  {
    ...{ kind: 'payment', field: 'com.invoicing', table: 'register.payment', words: 'register.payment_words' },
    ...{ title: sql`concat_ws(' · ', payment.payer_name, payment.reference)`, ...partyOf('payment') },
  },
  {
    ...{ kind: 'complaint', field: 'com.complaints', table: 'register.complaint', words: 'register.complaint_words' },
    ...{ title: sql`left(complaint.text, 2000)`, ...partyOf('complaint') },
  },
  {
    ...{ kind: 'warranty', field: 'com.warranty', table: 'register.warranty', words: 'register.warranty_words' },
    ...{ title: sql`concat_ws(' · ', warranty.item, warranty.serial)`, ...partyOf('warranty') },
  },
]

function partyOf(table: string) {
  return { person: sql.ref(`${table}.person_id`), organisation: sql.ref(`${table}.organisation_id`) }
}

function titleOf(table: string) {
  if (table === 'invoice') return sql`coalesce(invoice.number, invoice.debtor_name)`
  return table === 'delivery'
    ? sql.ref('delivery.number')
    : sql`concat_ws(' · ', ${sql.ref(`${table}.number`)}, ${sql.ref(`${table}.title`)})`
}

// Materialized, for row policies let an index answer only bare comparisons: where a beginning ends is reckoned before.
function beginning(table: string, kind: NumberedKind, said: string) {
  const number = sql`${sql.ref(`${table}.number`)} collate "C"`
  const digits = sql`select prefix || ${said}::text from register.number_series where kind = ${kind} and ${said}::text ~ '^[0-9]+$'`
  return sql`with begun as materialized (
      select said, said || chr(1114111) as upto from (select ${said}::text union select upper(${said}::text) union ${digits}) each(said))
    select held.id, length(held.number) as place from begun cross join lateral (select ${sql.ref(`${table}.id`)}, ${sql.ref(`${table}.number`)} from ${sql.table(`register.${table}`)}
      where ${number} >= begun.said collate "C" and ${number} < begun.upto collate "C" order by ${number} limit 5) held limit 5`
}

/** What of the dealings a file may hold. */
export const dealingsFromFiles: readonly ImportKind[] = [productsFromFile, opportunitiesFromFile]
