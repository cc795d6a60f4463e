import { sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, idOfCursor, pageOf } from '#register'
import { may } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type Price, type Pricing, pricesOf } from './prices.view.ts'
import type { VatCategory } from './product.ts'
import { sells } from './writers.ts'

export interface ProductSeen {
  id: string
  sku: string
  names: { fi: string; sv: string | null; en: string | null }
  group: string | null
  unit: string
  vatCategory: VatCategory
  vatRate: number
  retiredAt: string | null
  revision: number
}

const columns = sql`product.id, product.sku, json_build_object('fi', product.name_fi, 'sv', product.name_sv, 'en', product.name_en) as names,
  product.product_group as "group", product.unit, product.vat_category as "vatCategory", product.vat_rate as "vatRate",
  product.retired_at as "retiredAt", product.revision`

export interface ProductsWish extends Partial<Pricing> {
  q?: string
  state?: 'sold' | 'retired' | 'all'
  group?: string
  limit?: number
  after?: string
}

/** What is sold, by SKU, with what each costs this customer on the day asked. */
export async function productsListed(look: Look<DealingsReach>, inForce: InForce, wish: ProductsWish) {
  look.saw([], [])
  const { q, state = 'sold', group, limit = 50, after } = wish
  const words = q?.trim() ? q.trim().split(/\s+/).slice(0, 8) : []
  const text = sql`seloste.folded(product.sku || ' ' || product.name_fi || ' ' || coalesce(product.name_sv, '') || ' ' || coalesce(product.name_en, ''))`
  const cursor = after ? idOfCursor(after) : null
  const conditions = [
    ...(state === 'all'
      ? []
      : [state === 'retired' ? sql`product.retired_at is not null` : sql`product.retired_at is null`]),
    ...(group ? [sql`product.product_group = ${group}`] : []),
    ...words.map(
      (word) =>
        sql`${text} like '%' || replace(replace(replace(seloste.folded(${word}::text), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`,
    ),
    ...(cursor
      ? [
          sql`(product.sku collate "C", product.id) > (select seen.sku collate "C", seen.id from register.product seen where seen.id = ${cursor}::uuid)`,
        ]
      : []),
  ]
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
  const rows = await rowsOf<ProductSeen>(
    look,
    sql`select ${columns} from register.product ${where} order by product.sku collate "C", product.id limit ${limit + 1}`,
  )
  const page = pageOf(rows, limit)
  const prices = await pricesOf(
    look,
    page.rows.map(({ id }) => id),
    { ...wish, on: wish.on ?? dayInHelsinki(look.at) },
  )
  return {
    items: page.rows.map((row) => withPrice(row, prices.get(row.id))),
    next: page.next,
    mayWrite: sells(inForce, look),
  }
}

export interface PriceSeen {
  id: string
  priceList: string
  listName: string
  from: string
  unitPrice: number | null
  byName: string | null
  enteredAt: string
}

/** One product with its prices on each list, the newest first. */
export async function productSeen(look: Look<DealingsReach>, inForce: InForce, id: string) {
  look.saw([], [])
  const [row] = await rowsOf<ProductSeen>(
    look,
    sql`select ${columns} from register.product where product.id = ${id}::uuid`,
  )
  if (!row) return null
  const history = await rowsOf<PriceSeen & { unitPrice: string | null }>(
    look,
    sql`select price.id, list.id as "priceList", list.name as "listName", price.from_on as "from", price.unit_price as "unitPrice",
        (select staff.name from register.staff where staff.id::text = price.entered_by) as "byName", price.entered_at as "enteredAt"
      from register.price join register.price_list list on list.id = price.price_list_id
      where price.product_id = ${id}::uuid order by price.from_on desc, price.id desc limit 500`,
  )
  const price = (await pricesOf(look, [id], { on: dayInHelsinki(look.at) })).get(id)
  return {
    ...withPrice(row, price),
    prices: history.map((one) => ({ ...one, unitPrice: one.unitPrice === null ? null : Number(one.unitPrice) })),
    mayWrite: sells(inForce, look),
  }
}

/** Every price list, those in use first. */
export async function priceListsSeen(look: Look<DealingsReach>, inForce: InForce) {
  const named = may(inForce.policy, look.duty, look.purpose, 'org.name', 'read').allowed
  const items = await rowsOf<{ personId: string | null }>(
    look,
    sql`select list.id, list.name, list.group_company as "groupCompany", list.organisation_id as company, firm.person_id as "personId",
        ${named ? sql`firm.name` : sql`null::text`} as "companyName", list.currency, list.starts_on as "startsOn", list.ends_on as "endsOn", list.retired_at as "retiredAt", list.revision,
        (select count(distinct price.product_id)::integer from register.price join register.product on product.id = price.product_id where price.price_list_id = list.id) as products
      from register.price_list list left join register.organisation firm on firm.id = list.organisation_id
      order by list.retired_at is not null, list.organisation_id is not null, list.name, list.id limit 500`,
  )
  const people = items.flatMap(({ personId }) => personId ?? [])
  look.saw(people, people.length > 0 ? ['org.name'] : [])
  return { items: items.map(({ personId: _, ...list }) => list), next: null, mayWrite: sells(inForce, look) }
}

function withPrice(row: ProductSeen, price: Price | undefined) {
  return {
    ...row,
    price: price ? { unitPrice: price.unitPrice, priceList: price.priceList, listName: price.listName } : null,
  }
}
