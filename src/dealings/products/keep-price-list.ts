import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce } from '#register'
import { dayOf } from '../days.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { needed } from './product.ts'
import { refuseUnlessSelling } from './writers.ts'

export interface PriceListWords {
  name: string
  /** Null: every company of the group. */
  groupCompany?: string | null
  /** Null: every customer. */
  company?: string | null
  currency?: string
  startsOn: string
  endsOn?: string | null
}

type Pricing = Act<DealingsReach>

/** Opens a price list: of one customer, of one group company, or of everybody. Answers its id. */
export async function openPriceList(act: Pricing, inForce: InForce, words: PriceListWords): Promise<string> {
  refuseUnlessSelling(inForce, act)
  const id = newId(act.at.getTime())
  const values = await columnsOf(act, inForce, words)
  await act.db
    .insertInto('register.price_list')
    .values({ id, ...values, retired_at: null, entered_by: act.by, entered_at: act.at })
    .execute()
  await act.record({ what: 'price-list.opened', about: id })
  return id
}

/** Changes whose a price list is and when it holds, or takes it out of use. */
export async function changePriceList(
  act: Pricing,
  inForce: InForce,
  { id, revision, words, retired }: { id: string; revision: number; words: PriceListWords; retired?: boolean },
) {
  refuseUnlessSelling(inForce, act)
  const held = await act.db
    .selectFrom('register.price_list')
    .select(['revision', 'retired_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.revision !== revision) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  const values = await columnsOf(act, inForce, words)
  const retired_at = retired === undefined ? held.retired_at : retired ? (held.retired_at ?? act.at) : null
  await act.db
    .updateTable('register.price_list')
    .set({ ...values, retired_at, revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'price-list.changed', about: id })
}

export interface NewPrice {
  priceList: string
  product: string
  /** 1/10 000 of the currency, without VAT; null takes the product off the list from that day. */
  unitPrice: number | null
  from: string
}

/** Says what a product costs on a list from a day on. Earlier prices stay as its history. */
export async function setPrice(act: Pricing, inForce: InForce, { priceList, product, unitPrice, from }: NewPrice) {
  refuseUnlessSelling(inForce, act)
  const from_on = dayOf('from', from)
  if (unitPrice !== null && !(Number.isSafeInteger(unitPrice) && unitPrice >= 0 && unitPrice <= 1e13))
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'unitPrice' })
  const id = newId(act.at.getTime())
  // A price list of fifty thousand lines comes by file: what is looked at and what is written is one question.
  const [said] = await rowsOf(
    act,
    sql`insert into register.price (id, price_list_id, product_id, from_on, unit_price, entered_by, entered_at)
      select ${id}::uuid, list.id, product.id, ${from_on}::date, ${unitPrice}::bigint, ${act.by}, ${act.at}
      from register.price_list list, register.product where list.id = ${priceList}::uuid and product.id = ${product}::uuid returning id`,
  )
  if (!said) throw new Refusal('NOT_FOUND', 404, { field: (await isSeen(act, priceList)) ? 'product' : 'priceList' })
  await act.record({ what: 'price.set', about: product, detail: { list: priceList, from: from_on } })
  return id
}

async function isSeen(act: Pricing, list: string): Promise<boolean> {
  return (await rowsOf(act, sql`select id from register.price_list where id = ${list}::uuid`)).length > 0
}

async function columnsOf(act: Pricing, { policy }: InForce, words: PriceListWords) {
  const starts_on = dayOf('startsOn', words.startsOn)
  const ends_on = words.endsOn ? dayOf('endsOn', words.endsOn) : null
  if (ends_on && ends_on < starts_on) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'endsOn' })
  const currency = words.currency ?? 'EUR'
  if (!/^[A-Z]{3}$/.test(currency)) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'currency' })
  return {
    name: needed('name', words.name, 100),
    group_company: words.groupCompany ? groupCompanyOf(policy, words.groupCompany) : null,
    organisation_id: words.company ? await seenCompany(act, words.company) : null,
    ...{ currency, starts_on, ends_on },
  }
}

async function seenCompany(act: Pricing, id: string) {
  const firm = await act.db.selectFrom('register.organisation').select('id').where('id', '=', id).executeTakeFirst()
  if (!firm) throw new Refusal('NOT_FOUND', 404, { field: 'company' })
  return firm.id
}
