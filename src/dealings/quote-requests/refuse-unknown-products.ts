import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { WishedLine } from './wished-lines.ts'

/** Refuses lines that wish for a product that is none of ours; the field names the line. */
export async function refuseUnknownProducts(act: Act<DealingsReach>, lines: readonly WishedLine[]) {
  const wanted = lines.flatMap(({ product }) => (product ? [product] : []))
  if (wanted.length === 0) return
  const known = await rowsOf<{ id: string }>(
    act,
    sql`select id::text as id from register.product where id = any(${wanted}::uuid[])`,
  )
  const ids = new Set(known.map(({ id }) => id))
  const n = lines.findIndex(({ product }) => product && !ids.has(product.toLowerCase()))
  if (n >= 0) throw new Refusal('NOT_FOUND', 404, { field: `lines.${n}.product` })
}
