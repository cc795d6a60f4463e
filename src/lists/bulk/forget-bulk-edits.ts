import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { Running } from '#statement'
import type { ListsTables } from '../tables.ts'
import { undoDays } from './bulk-wish.ts'

type Tables = ListsTables & LedgerTables

/** Art. 5(1)(e) GDPR: what rows held before goes when it can no longer be restored: after 14 days, or with its field. */
export async function forgetBulkEdits<T>(register: Running<T>, occasion: Occasion): Promise<number> {
  const running = register as unknown as Running<Tables> // its tables are among T's
  const since = new Date(occasion.at.getTime() - undoDays * 86_400_000)
  const declared = [...running.policy().fields.keys()]
  const over = await look(running.db, occasion, async (view) => {
    view.saw([], [])
    return view.db
      .selectFrom('register.bulk_edit')
      .select('id')
      .where((is) => is.or([is('at', '<=', since), is('field', 'not in', declared)]))
      .execute()
  })
  if (over.length === 0) return 0
  await perform(running.db, occasion, async (act) => {
    await act.db
      .deleteFrom('register.bulk_edit')
      .where(
        'id',
        'in',
        over.map(({ id }) => id),
      )
      .execute()
    await act.record({ what: 'bulk-edit.forgotten', detail: { edits: over.length } })
  })
  return over.length
}
