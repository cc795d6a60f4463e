import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { ListsTables } from '../tables.ts'
import { undoDays } from './bulk-wish.ts'

/** Begins to take a bulk edit back. A row that somebody changed since keeps what it has: its revision tells. */
export async function undoBulkEdit(act: Act<ListsTables>, id: string) {
  const held = await act.db
    .selectFrom('register.bulk_edit')
    .select(['by', 'duty', 'at', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const isOver = act.at.getTime() - held.at.getTime() > undoDays * 86_400_000
  if (isOver || held.by !== act.by || held.duty !== act.duty) throw new Refusal('BULK_UNDO_OVER', 409)
  if (held.state !== 'done') throw new Refusal('BULK_NOTHING', 409)
  await act.db
    .updateTable('register.bulk_edit')
    .set({ state: 'undoing', finished_at: null })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'bulk-edit.undo-begun', about: id })
}
