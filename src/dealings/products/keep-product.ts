import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type BinPart, intoBin } from '#lists'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { InForce } from '#register'
import { rowsOf } from '../rows.ts'
import { type ProductWords, productColumns } from './product.ts'
import type { ProductTables } from './tables.ts'
import { refuseUnlessSelling, selling } from './writers.ts'

type Selling = Act<ProductTables>

/**
 * Enters a product that is sold. Answers its id; refuses a SKU that another product has (PRODUCT_SKU_TAKEN), unless the caller has just
 * looked for it (`isFree`).
 */
export async function enterProduct(
  act: Selling,
  inForce: InForce,
  words: ProductWords,
  { isFree = false } = {},
): Promise<string> {
  refuseUnlessSelling(inForce, act)
  const columns = productColumns(words)
  if (!isFree) await refuseTakenSku(act, columns.sku)
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.product')
    .values({ id, ...columns, retired_at: null, entered_by: act.by, entered_at: act.at, changed_at: act.at })
    .execute()
  await act.record({ what: 'product.entered', about: id })
  return id
}

/** Changes a product. What was already quoted or invoiced keeps the words and the price that it was given. */
export async function changeProduct(
  act: Selling,
  inForce: InForce,
  { id, revision, words }: { id: string; revision: number; words: ProductWords },
) {
  refuseUnlessSelling(inForce, act)
  await lockedProduct(act, id, revision)
  const columns = productColumns(words)
  await refuseTakenSku(act, columns.sku, id)
  await act.db
    .updateTable('register.product')
    .set({ ...columns, changed_at: act.at, revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'product.changed', about: id })
}

/** Takes a product off sale, or puts it back: it stays in what was sold, and is no longer offered. */
export async function retireProduct(
  act: Selling,
  inForce: InForce,
  { id, retired, revision }: { id: string; retired: boolean; revision?: number },
) {
  refuseUnlessSelling(inForce, act)
  const held = await lockedProduct(act, id, revision)
  if ((held.retired_at !== null) === retired) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  await act.db
    .updateTable('register.product')
    .set({ retired_at: retired ? act.at : null, changed_at: act.at, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: retired ? 'product.retired' : 'product.returned', about: id })
}

/** Puts a product that was entered by mistake into the bin. One that a document names is refused (PRODUCT_IN_USE): it is retired instead. */
export async function deleteProduct(act: Selling, inForce: InForce, id: string) {
  refuseUnlessSelling(inForce, act)
  await lockedProduct(act, id)
  const [found] = await rowsOf<{ used: boolean }>(act, sql`select seloste.product_in_use(${id}::uuid) as used`)
  if (found?.used) throw new Refusal('PRODUCT_IN_USE', 409)
  await intoBin(act, productsBin, id)
}

/** A product in the bin keeps its prices, which are in no list meanwhile. */
export const productsBin: BinPart = {
  kind: 'product',
  table: 'register.product',
  fields: selling,
  title: sql`sku || ' · ' || name_fi`,
}

async function lockedProduct(act: Selling, id: string, revision?: number) {
  const held = await act.db
    .selectFrom('register.product')
    .select(['revision', 'retired_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (revision !== undefined && held.revision !== revision)
    throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  return held
}

async function refuseTakenSku(act: Selling, sku: string, own?: string) {
  const [other] = await rowsOf<{ id: string }>(
    act,
    sql`select id from (select seloste.product_of_sku(${sku}) as id) other where id is distinct from ${own ?? null}::uuid and id is not null`,
  )
  if (other) throw new Refusal('PRODUCT_SKU_TAKEN', 409, { field: 'sku' })
}
