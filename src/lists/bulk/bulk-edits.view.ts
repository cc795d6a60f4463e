import { sql } from 'kysely'
import type { Look } from '#ledger'
import { rowsOf } from '../rows.ts'
import type { ListsTables } from '../tables.ts'
import { undoDays } from './bulk-wish.ts'

export interface BulkEdit {
  id: string
  list: string
  column: string
  value: unknown
  at: Date
  state: 'running' | 'done' | 'undoing' | 'undone'
  counts: Record<string, number>
  reasons: { code: string; rows: number }[]
  undoUntil: Date
}

/** One's own bulk edits of the last 14 days in this duty: counts and codes, nobody's values. */
export async function bulkEdits(
  look: Look<ListsTables>,
  { id, list }: { id?: string; list?: string },
): Promise<BulkEdit[]> {
  const since = new Date(look.at.getTime() - undoDays * 86_400_000)
  const rows = await rowsOf<Omit<BulkEdit, 'undoUntil'>>(
    look.db,
    sql<Omit<BulkEdit, 'undoUntil'>>`
      select edit.id, edit.list, edit.column_id as "column", edit.value, edit.at, edit.state,
        (select coalesce(json_object_agg(state, rows), '{}') from (
          select state, count(*) as rows from register.bulk_edit_row one where one.bulk_edit_id = edit.id group by state) told) as counts,
        (select coalesce(json_agg(json_build_object('code', code, 'rows', rows) order by rows desc), '[]') from (
          select code, count(*) as rows from register.bulk_edit_row one
          where one.bulk_edit_id = edit.id and code is not null group by code) why) as reasons
      from register.bulk_edit edit
      where edit.by = ${look.by} and edit.duty = ${look.duty} and edit.at > ${since}
        and (${id ?? null}::uuid is null or edit.id = ${id ?? null}::uuid)
        and (${list ?? null}::text is null or edit.list = ${list ?? null})
      order by edit.at desc, edit.id desc limit 50`,
  )
  look.saw([], [])
  return rows.map((row) => ({ ...row, undoUntil: new Date(row.at.getTime() + undoDays * 86_400_000) }))
}
