import type { Act } from '#ledger'
import type { ListsTables } from '../tables.ts'
import { ownView } from './save-view.ts'

/** Takes a view of one's own away, also from those it was shared with. */
export async function removeView(act: Act<ListsTables>, id: string) {
  const { list } = await ownView(act, id)
  await act.db.deleteFrom('register.saved_view').where('id', '=', id).execute()
  await act.record({ what: 'view.removed', about: id, detail: { list } })
}
