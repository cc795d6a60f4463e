import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/** Takes back a price that was entered by mistake, by whoever entered it; refuses one after which another was said. */
export async function takeBackPrice(act: Act<DealingsReach>, id: string) {
  const [held] = await rowsOf<{ product: string }>(
    act,
    sql`select product_id as product from register.price where id = ${id}::uuid`,
  )
  if (!held) return
  const [{ gone } = { gone: false }] = await rowsOf<{ gone: boolean }>(
    act,
    sql`select seloste.take_back_price(${id}::uuid) as gone`,
  )
  if (!gone) throw new Refusal('PRICE_SAID_SINCE', 409, { field: 'price' })
  await act.record({ what: 'price.taken-back', about: held.product })
}
