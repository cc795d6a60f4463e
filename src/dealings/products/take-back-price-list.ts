import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/** Takes back a price list that was opened by mistake, where it has no price; one that is used stays. */
export async function takeBackPriceList(act: Act<DealingsReach>, id: string) {
  const [{ gone } = { gone: false }] = await rowsOf<{ gone: boolean }>(
    act,
    sql`select seloste.take_back_price_list(${id}::uuid) as gone`,
  )
  if (gone) await act.record({ what: 'price-list.taken-back', about: id })
}
