import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { Running } from '#statement'
import type { AccessTables } from './tables.ts'

const undoDays = 14

/** Art. 5(1)(e) GDPR: of a hand-over that can be taken back no more, which work it was is forgotten. The occasion's duty is `retention`. */
export async function forgetHandOvers<T>(register: Running<T>, occasion: Occasion): Promise<number> {
  const { db } = register as unknown as Running<AccessTables & LedgerTables> // its tables are among T's
  const since = new Date(occasion.at.getTime() - undoDays * 86_400_000)
  const over = await look(db, occasion, async (view) => {
    view.saw([], [])
    return view.db
      .selectFrom('register.hand_over')
      .select('id')
      .where('ids', 'is not', null)
      .where('at', '<', since)
      .execute()
  })
  if (over.length === 0) return 0
  await perform(db, occasion, async (act) => {
    const ids = over.map(({ id }) => id)
    await act.db.updateTable('register.hand_over').set({ ids: null }).where('id', 'in', ids).execute()
    await act.record({ what: 'work.forgotten', detail: { handOvers: over.length } })
  })
  return over.length
}
