import type { Look } from '#ledger'
import type { Line } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'

/** The codes of the products on some lines, by the products' ids. */
export async function codesOf(
  look: Pick<Look<DealingsReach>, 'db'>,
  lines: readonly Pick<Line, 'product'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.flatMap(({ product }) => product ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await look.db.selectFrom('register.product').select(['id', 'sku']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, sku }) => [id, sku]))
}
