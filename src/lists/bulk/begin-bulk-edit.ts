import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { rowsOf } from '../rows.ts'
import type { SeenList } from '../seen-list.ts'
import type { ListsTables } from '../tables.ts'
import { type BulkWish, editOf } from './bulk-wish.ts'
import { isSame } from './preview-change.ts'
import { rowsToChange } from './rows-to-change.ts'

/** Notes what is to change and what each row holds now; the rows are then changed in batches. */
export async function beginBulkEdit(act: Act<ListsTables>, seen: SeenList, wish: BulkWish): Promise<string> {
  const { edit } = editOf(seen, wish.column)
  const rows = (await rowsToChange(act.db, seen, wish)).filter((row) => !isSame(row, wish.value))
  if (rows.length === 0) throw new Refusal('BULK_NOTHING', 422, { field: 'rows' })

  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.bulk_edit')
    .values({
      ...{
        id,
        list: seen.definition.name,
        column_id: wish.column,
        field: edit.field,
        value: JSON.stringify(wish.value),
      },
      ...{ source: wish.source ? JSON.stringify(wish.source) : null, by: act.by, duty: act.duty, purpose: act.purpose },
      ...{ at: act.at, state: 'running', finished_at: null },
    })
    .execute()
  const noted = rows.map(({ id: row, about, revision, before }) => ({ row, about, revision, before }))
  await rowsOf(
    act.db,
    sql`insert into register.bulk_edit_row (bulk_edit_id, row_id, person_id, duty, field, revision, old_value, state)
      select ${id}::uuid, held.row, held.about, ${act.duty}, ${edit.field}, held.revision, nullif(held.before, 'null'), 'waiting'
      from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as held(row uuid, about uuid, revision integer, before jsonb)`,
  )
  await act.record({
    what: 'bulk-edit.begun',
    about: id,
    detail: { list: seen.definition.name, field: edit.field, rows: rows.length },
  })
  return id
}
