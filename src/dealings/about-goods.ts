import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { InForce, Party } from '#register'
import { allowedOf } from './deal-seen.ts'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** What a complaint or a warranty is about. */
export interface AboutGoods {
  product?: string | null
  order?: string | null
  delivery?: string | null
  invoice?: string | null
}

const deals = [
  ['order', 'sales_order', 'com.orders'],
  ['delivery', 'delivery', 'com.delivery'],
  ['invoice', 'invoice', 'com.invoicing'],
] as const

/** Its columns. Refuses a product that is not there, and a deal of somebody else that this duty reads, at their fields (`NOT_FOUND`). */
export async function aboutGoods(
  act: Act<DealingsReach>,
  inForce: InForce,
  { party, about }: { party: Party; about: AboutGoods },
) {
  const { product = null, order = null, delivery = null, invoice = null } = about
  if (product) await refuseUnknown(act, 'product', sql`select from register.product where id = ${product}::uuid`)
  const theirs = party.organisationId
    ? sql`organisation_id = ${party.organisationId}::uuid`
    : sql`person_id = ${party.personId}::uuid`
  const sees = allowedOf(inForce, act)
  for (const [field, table, declared] of deals) {
    const id = about[field]
    if (!id || !sees(declared)) continue
    const theirOne = sql`select from ${sql.table(`register.${table}`)} where id = ${id}::uuid and ${theirs}`
    await refuseUnknown(act, field, theirOne)
  }
  return { product_id: product, order_id: order, delivery_id: delivery, invoice_id: invoice }
}

async function refuseUnknown(act: Act<DealingsReach>, field: string, query: RawBuilder<unknown>) {
  const found = await rowsOf(act, query as RawBuilder<object>)
  if (found.length === 0) throw new Refusal('NOT_FOUND', 404, { field })
}
