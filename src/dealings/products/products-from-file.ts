import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language, Said } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { FileOverHeld, FileTaking, ImportKind, InForce, SaidByColumn, TakenRecord } from '#register'
import { vatRatesOn } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { dealingsRefusals } from '../refusals.ts'
import { rowsOf } from '../rows.ts'
import { openPriceList, setPrice } from './keep-price-list.ts'
import { changeProduct, deleteProduct, enterProduct } from './keep-product.ts'
import { type ProductWords, productColumns, type VatCategory } from './product.ts'
import { productFile, unitMeant } from './product-file.ts'
import { takeBackPrice } from './take-back-price.ts'
import { takeBackPriceList } from './take-back-price-list.ts'
import { refuseUnlessSelling } from './writers.ts'

type Selling = Act<DealingsReach>

/** What a line did. */
interface Taken {
  product: string
  /** The product's words before and after, where they changed; without a before the line made it. */
  words: { before: ProductWords | null; after: ProductWords } | null
  price: string | null
  list: string | null
}

/** Products with their price lists by file: known by the product code, a price by its list and its first day. */
export const productsFromFile: ImportKind = {
  id: 'products',
  label: { fi: 'Tuotteet ja hinnat', sv: 'Produkter och priser', en: 'Products and prices' },
  columns: productFile,
  needsSource: false,
  refusals: dealingsRefusals,
  refuseUnlessBrings: refuseUnlessSelling,
  lineOf: (said, { today }) => {
    const sku = String(said.sku ?? '').trim()
    if (sku === '') throw new Refusal('VALUE_REQUIRED', 422, { field: 'sku' })
    refuseUnknownRate(said.vatRate as number | undefined, today)
    const key = [sku, String(said.priceList ?? '').trim(), said.from ?? ''].join('\n').toLowerCase()
    return { key, shown: [sku, said['names.fi']].filter(Boolean).join(' · ') }
  },
  take: (act, inForce, said, how) => take(act as never, inForce, said, how), // the dealings' tables are among the Database's
  undo: (act, inForce, taken) => undo(act as never, inForce, taken as Taken),
}

async function take(act: Selling, inForce: InForce, said: SaidByColumn, how: FileTaking): Promise<TakenRecord> {
  const { over } = how
  const held = await heldProduct(act, sql`id = (select seloste.product_of_sku(${String(said.sku)}))`)
  if (held && over === 'never') return { outcome: 'unchanged', record: held.id, undo: null }
  const before = held && wordsOf(held)
  const after = wordsSaid(said, before, over)
  const isChanged = held !== undefined && !isDeepStrictEqual(before, after)
  if (isChanged) await changeProduct(act, inForce, { id: held.id, revision: held.revision, words: after })
  const product = held?.id ?? (await enterProduct(act, inForce, after, { isFree: true }))
  const { price, list } = await takePrice(act, inForce, { product, isNew: !held, said, ...how })
  const isTouched = !held || isChanged
  const words = isTouched
    ? { before: before ?? null, after: held ? await wordsNow(act, product) : wordsWritten(after) }
    : null
  const did = isTouched || price !== null
  const taken: Taken = { product, words, price, list }
  return { outcome: !held ? 'created' : did ? 'updated' : 'unchanged', record: product, undo: did ? taken : null }
}

async function undo(act: Selling, inForce: InForce, { product, words, price, list }: Taken) {
  const held = await heldProduct(act, sql`id = ${product}::uuid`)
  const isMade = words !== null && words.before === null
  if (isMade && held) await refuseUsed(act, product)
  if (words && held && !isDeepStrictEqual(wordsOf(held), words.after)) throw new Refusal('CHANGED_SINCE', 409)
  if (words?.before && held)
    await changeProduct(act, inForce, { id: product, revision: held.revision, words: words.before })
  if (price) await takeBackPrice(act, price)
  if (isMade && held) {
    const priced = sql`select 1 as one from register.price where product_id = ${product}::uuid limit 1`
    if ((await rowsOf(act, priced)).length > 0) throw new Refusal('PRICE_SAID_SINCE', 409, { field: 'price' })
    await deleteProduct(act, inForce, product)
  }
  if (list) await takeBackPriceList(act, list)
}

async function refuseUsed(act: Selling, product: string) {
  const [found] = await rowsOf<{ used: boolean }>(act, sql`select seloste.product_in_use(${product}::uuid) as used`)
  if (found?.used) throw new Refusal('PRODUCT_IN_USE', 409)
}

interface Priced extends FileTaking {
  product: string
  isNew: boolean
  said: SaidByColumn
}

async function takePrice(act: Selling, inForce: InForce, { product, isNew, said, over, language }: Priced) {
  if (said.price === undefined) return { price: null, list: null }
  const from = String(said.from ?? dayInHelsinki(act.at))
  const { id, opened } = await listMeant(act, inForce, said, { from, language })
  const [now] = isNew
    ? []
    : await rowsOf<{ price: string | null }>(
        act,
        sql`select unit_price as price from register.price where price_list_id = ${id}::uuid and product_id = ${product}::uuid
          and from_on <= ${from}::date order by from_on desc, id desc limit 1`,
      )
  const isHeld = now?.price !== null && now?.price !== undefined
  const stays = isHeld && (over !== 'always' || Number(now.price) === said.price)
  const price = stays
    ? null
    : await setPrice(act, inForce, { priceList: id, product, unitPrice: said.price as number, from })
  return { price, list: opened ? id : null }
}

const unnamed: Said = { fi: 'Hinnasto', sv: 'Prislista', en: 'Price list' }

interface Opening {
  from: string
  language: Language
}

const listsKnown = new WeakMap<object, Map<string, string>>()

/** The price list of this name that is not over, opened where there is none; without a name the only one for everybody. */
async function listMeant(act: Selling, inForce: InForce, said: SaidByColumn, { from, language }: Opening) {
  const name = String(said.priceList ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  const currency = said.currency ? String(said.currency).toUpperCase().trim() : null
  // Lines that stand or fall together look for their list once: `act` is theirs alone.
  const known = listsKnown.get(act) ?? new Map<string, string>()
  listsKnown.set(act, known)
  const key = JSON.stringify([name, currency, from])
  const before = known.get(key)
  if (before) return { id: before, opened: false }
  const lists = await rowsOf<{ id: string; currency: string }>(
    act,
    sql`select id, currency from register.price_list where retired_at is null and (ends_on is null or ends_on >= ${from}::date)
      and ${name ? sql`seloste.folded(name) = seloste.folded(${name}::text)` : sql`organisation_id is null and group_company is null`}
      and ${currency ? sql`currency = ${currency}` : sql`true`} limit 2`,
  )
  if (lists.length > 1) throw new Refusal('PRICE_LIST_NOT_CLEAR', 422, { field: 'priceList' })
  if (lists[0]) {
    known.set(key, lists[0].id)
    return { id: lists[0].id, opened: false }
  }
  const opening = { name: name || unnamed[language], startsOn: from, ...(currency ? { currency } : {}) }
  const id = await openPriceList(act, inForce, opening)
  known.set(key, id)
  return { id, opened: true }
}

type Held = NonNullable<Awaited<ReturnType<typeof heldProduct>>>

async function heldProduct(act: Selling, which: ReturnType<typeof sql>) {
  const [held] = await rowsOf<{
    id: string
    sku: string
    names: { fi: string; sv: string | null; en: string | null }
    group: string | null
    unit: string
    category: VatCategory
    rate: number
    revision: number
  }>(
    act,
    sql`select id, sku, json_build_object('fi', name_fi, 'sv', name_sv, 'en', name_en) as names, product_group as "group", unit,
      vat_category as category, vat_rate as rate, revision from register.product where ${which} for update`,
  )
  return held
}

function wordsOf({ sku, names, group, unit, category, rate }: Held): ProductWords {
  const { fi, sv, en } = names
  return { sku, names: { fi, sv: sv ?? null, en: en ?? null }, group, unit, vatCategory: category, vatRate: rate }
}

/** The words of a product as they are kept: those that were just written are not asked for. */
function wordsWritten(words: ProductWords): ProductWords {
  const { name_fi: fi, name_sv: sv, name_en: en, product_group: group, ...columns } = productColumns(words)
  const { sku, unit, vat_category: vatCategory, vat_rate: vatRate } = columns
  return { sku, names: { fi, sv, en }, group, unit, vatCategory, vatRate }
}

async function wordsNow(act: Selling, product: string): Promise<ProductWords> {
  return wordsOf((await heldProduct(act, sql`id = ${product}::uuid`)) as Held)
}

/** The words of the file over those that are held; a new product needs its name and its rate. */
function wordsSaid(said: SaidByColumn, held: ProductWords | undefined, over: FileOverHeld): ProductWords {
  const text = (id: string, was: string | null | undefined): string | null => {
    const typed =
      String(said[id] ?? '')
        .replace(/\s+/g, ' ')
        .trim() || null
    const now = typed && id === 'unit' ? unitMeant(typed) : typed
    if (was === null || was === undefined) return now
    return over === 'always' ? (now ?? was) : was
  }
  if (!held && said.vatRate === undefined && said.vatCategory === undefined)
    throw new Refusal('VALUE_REQUIRED', 422, { field: 'vatRate' })
  const isOver = over === 'always' || !held
  const rate = isOver ? (said.vatRate as number | undefined) : undefined
  const category = isOver ? (said.vatCategory as VatCategory | undefined) : undefined
  const vatRate = rate ?? (category && category !== 'S' ? 0 : (held?.vatRate ?? 0))
  const kept = held && (held.vatCategory === 'S') === vatRate > 0 ? held.vatCategory : undefined
  return {
    sku: held?.sku ?? String(said.sku),
    names: {
      fi: text('names.fi', held?.names.fi) ?? '',
      sv: text('names.sv', held?.names.sv),
      en: text('names.en', held?.names.en),
    },
    group: text('group', held?.group),
    unit: text('unit', held?.unit) ?? 'pcs',
    vatCategory: category ?? kept ?? (vatRate > 0 ? 'S' : 'Z'),
    vatRate,
  }
}

// Arvonlisäverolaki 1501/1993 §§ 84–85 a: what is no rate of today is a mistake of the file, or a rate that has gone.
function refuseUnknownRate(rate: number | undefined, today: string) {
  if (rate !== undefined && rate !== 0 && !vatRatesOn(today).includes(rate))
    throw new Refusal('VAT_RATE_UNKNOWN', 422, { field: 'vatRate' })
}
