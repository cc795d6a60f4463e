import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import type { RowChange } from '../list-definition.ts'
import type { SeenList } from '../seen-list.ts'
import type { ListsTables } from '../tables.ts'
import { editOf } from './bulk-wish.ts'
import { rowNow } from './rows-to-change.ts'
import { tryChange } from './try-change.ts'

const batch = 50

/** Changes, or restores, the next rows of a bulk edit in one transaction. Answers whether any are left. */
export async function continueBulkEdit(
  act: Act<ListsTables>,
  running: Running<never>,
  { id, seen }: { id: string; seen: SeenList },
): Promise<boolean> {
  const { db } = act
  // Whoever holds this row works on the batch; another process waits here and then finds the rows done.
  const whole = await db
    .selectFrom('register.bulk_edit')
    .select(['id', 'column_id', 'value', 'source', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!whole) throw new Refusal('NOT_FOUND', 404)
  if (whole.state !== 'running' && whole.state !== 'undoing') return finish(act, id, whole.state)
  const isUndo = whole.state === 'undoing'
  const rows = await db
    .selectFrom('register.bulk_edit_row')
    .select(['row_id', 'revision', 'old_value'])
    .where('bulk_edit_id', '=', id)
    .where('state', '=', isUndo ? 'changed' : 'waiting')
    .orderBy('row_id')
    .limit(batch)
    .execute()

  const { edit } = editOf(seen, whole.column_id)
  const source = (whole.source ?? undefined) as RowChange['source']
  for (const row of rows) {
    const value = (isUndo ? row.old_value : whole.value) as RowChange['value']
    const change = { id: row.row_id, revision: row.revision ?? 0, value, isUndo, ...(source ? { source } : {}) }
    const code = await tryChange(act as never, running, { edit, change })
    const now = code ? undefined : await rowNow(db, seen, { column: whole.column_id, id: row.row_id })
    await db
      .updateTable('register.bulk_edit_row')
      .set({
        state: isUndo ? (code ? 'kept' : 'restored') : code ? 'refused' : 'changed',
        ...{ code, ...(now ? { revision: now.revision } : {}) },
      })
      .where('bulk_edit_id', '=', id)
      .where('row_id', '=', row.row_id)
      .execute()
  }
  if (rows.length < batch) return finish(act, id, isUndo ? 'undone' : 'done')
  await act.record({ what: 'bulk-edit.continued', about: id, detail: { rows: rows.length } })
  return true
}

async function finish(act: Act<ListsTables>, id: string, state: 'done' | 'undone') {
  await act.db.updateTable('register.bulk_edit').set({ state, finished_at: act.at }).where('id', '=', id).execute()
  await act.record({ what: state === 'done' ? 'bulk-edit.done' : 'bulk-edit.undone', about: id })
  return false
}
