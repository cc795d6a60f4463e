import { sql } from 'kysely'
import type { Day } from '#platform/finnish-calendar'
import { rowsOf } from '../rows.ts'

/** For whom and when a price is asked. */
export interface Pricing {
  /** The seller within the group; a list of another company does not hold. */
  groupCompany?: string | null
  /** The customer's company; without it no customer's own list holds. */
  organisationId?: string | null
  /** `EUR` where nothing is said. */
  currency?: string
  on: Day
}

export interface Price {
  productId: string
  /** 1/10 000 of the currency, without VAT. */
  unitPrice: number
  priceList: string
  listName: string
}

/**
 * What a product costs this customer on this day, or null where no list has it. The customer's own list goes before the group company's,
 * and that before everybody's. `handle` is an Act or a Look.
 */
export async function priceOf(handle: { db: unknown }, productId: string, pricing: Pricing): Promise<Price | null> {
  return (await pricesOf(handle, [productId], pricing)).get(productId) ?? null
}

/** The same for many products at once, by product. */
export async function pricesOf(
  handle: { db: unknown },
  productIds: readonly string[],
  { groupCompany = null, organisationId = null, currency = 'EUR', on }: Pricing,
): Promise<Map<string, Price>> {
  if (productIds.length === 0) return new Map()
  const rows = await rowsOf<Price & { unitPrice: string | number }>(
    handle,
    sql`select wanted.id as "productId", found.unit_price as "unitPrice", found.id as "priceList", found.name as "listName"
      from unnest(${[...new Set(productIds)]}::uuid[]) as wanted(id)
      cross join lateral (
        select list.id, list.name, latest.unit_price from register.price_list list
        cross join lateral (
          select price.unit_price from register.price
          where price.product_id = wanted.id and price.price_list_id = list.id and price.from_on <= ${on}::date
          order by price.from_on desc, price.id desc limit 1) latest
        where latest.unit_price is not null and list.currency = ${currency} and list.retired_at is null
          and list.starts_on <= ${on}::date and (list.ends_on is null or list.ends_on >= ${on}::date)
          and (list.organisation_id is null or list.organisation_id = ${organisationId}::uuid)
          and (list.group_company is null or list.group_company = ${groupCompany}::text)
        order by list.organisation_id is null, list.group_company is null, list.starts_on desc, list.id desc limit 1) found`,
  )
  return new Map(rows.map((row) => [row.productId, { ...row, unitPrice: Number(row.unitPrice) }]))
}
