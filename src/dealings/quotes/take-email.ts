import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { emailGiven, type InForce, noteEmailGiven, type RegisterTables } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

interface Taken {
  person: string
  value: string
  is_new: boolean
  product_group: string | null
}

/**
 * S6.3: keeps the address that whoever accepted a quote on its page gave with the order, on the card of the buyer or of the company's contact
 * person; null where there is neither. One that is held already keeps its source. `toldIn`: the language of the page that told the buyer themselves.
 */
export async function takeEmail(
  act: Act<DealingsReach>,
  inForce: InForce,
  { orderId, typed, toldIn }: { orderId: string; typed: string; toldIn: Language | null },
): Promise<{ emailId: string; productGroup: string | null } | null> {
  const { address, kind } = emailGiven(inForce, typed)
  const [taken] = await rowsOf<Taken>(
    act,
    sql`select person, value, is_new, product_group from seloste.email_with_order(${orderId}::uuid, ${address}, ${kind}, ${act.at})`,
  )
  if (!taken) return null
  const { person: personId, value: valueId } = taken
  const document = { kind: 'order', id: orderId } as const
  if (taken.is_new)
    await noteEmailGiven(act as unknown as Act<RegisterTables>, inForce, {
      ...{ personId, valueId, toldIn, source: 'order', document },
    })
  return { emailId: valueId, productGroup: taken.product_group }
}
