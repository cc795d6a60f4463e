import { Refusal } from '#platform/refusal'
import { may } from '#statement'
import type { ColumnEdit, RowChange } from '../list-definition.ts'
import type { ListWish } from '../list-wish.ts'
import { columnOf, type SeenColumn, type SeenList } from '../seen-list.ts'

export const most = 10_000
/** Tried in the preview one by one, and done at once; more are done in the background. */
export const atOnce = 200
export const undoDays = 14

/** One value for many rows: those named, or all that fit. */
export interface BulkWish {
  rows: { ids: readonly string[] } | { wish: Pick<ListWish, 'filter' | 'q'> }
  column: string
  value: RowChange['value']
  source?: RowChange['source']
}

/** The column to change and its deed; refuses whoever may not write its field. */
export function editOf(seen: SeenList, id: string): { column: SeenColumn; edit: ColumnEdit } {
  const column = columnOf(seen, id)
  const { edit } = column
  if (!edit) throw new Refusal('COLUMN_NOT_EDITABLE', 422, { field: id })
  const { duty, purpose } = seen.occasion
  const verdict = may(seen.policy, duty, purpose, edit.field, 'write')
  if (!verdict.allowed)
    throw new Refusal(verdict.code, 403, { clause: verdict.clause, field: edit.field, duty, purpose })
  return { column, edit }
}
