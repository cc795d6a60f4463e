import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

// § 200(3) of laki 917/2014: the ground is a sale, and a cancelled order was none.
/**
 * Takes back what a cancelled order was noted as: a fact of sale, and its party's becoming a customer where nothing else was bought (C1). A
 * relationship that had ended before is ended again, as it was, unless something else is open in it.
 */
export async function takeBackSale(act: Act<DealingsReach>, { id, personId }: { id: string; personId: string | null }) {
  const [was] = await rowsOf<{ facts: number; moved: string | null; state_now: string | null }>(
    act,
    sql`select facts, moved, state_now from seloste.no_sale_after_all(${id}::uuid)`,
  )
  if (!was) return
  if (was.facts > 0) await act.record({ what: 'sale.taken-back', about: personId ?? id, detail: { order: id } })
  if (!was.moved || !was.state_now) return
  const isOver = ['ended', 'retained', 'rejected'].includes(was.state_now)
  await act.record({
    what: isOver ? 'relationship.ended' : 'relationship.moved',
    about: was.moved,
    detail: { from: 'customer', to: was.state_now, order: id },
  })
}
