import { sql } from 'kysely'
import { Refusal } from '#platform/refusal'
import type { Sql } from '../list-definition.ts'
import { fitting, whereAll } from '../list-rows.view.ts'
import { rowsOf } from '../rows.ts'
import type { SeenList } from '../seen-list.ts'
import { type BulkWish, editOf, most } from './bulk-wish.ts'

export interface RowBefore {
  id: string
  about: string | null
  revision: number | null
  before: unknown
  name: string | null
}

/** The rows that a wish means, with what they hold; in the order of their ids, so that two edits never wait for each other. */
export async function rowsToChange(db: unknown, seen: SeenList, wish: BulkWish): Promise<RowBefore[]> {
  const condition = 'ids' in wish.rows ? chosen(seen, wish.rows.ids) : await fitting(seen, wish.rows.wish)
  const rows = await rowsOf<RowBefore>(
    db,
    sql<RowBefore>`/* to change */ select ${beforeSql(seen, wish.column)}, ${nameOf(seen)} as name
      from ${sql.table(seen.definition.table)} ${whereAll(seen.definition.where, condition)}
      order by ${sql.ref(`${seen.row}.id`)} limit ${most + 1}`,
  )
  if (rows.length > most) throw new Refusal('BULK_TOO_MANY', 422, { limit: most })
  return rows
}

/** What one row holds now, and its revision. */
export async function rowNow(db: unknown, seen: SeenList, { column, id }: { column: string; id: string }) {
  const [row] = await rowsOf<Omit<RowBefore, 'name'>>(
    db,
    sql<Omit<RowBefore, 'name'>>`select ${beforeSql(seen, column)} from ${sql.table(seen.definition.table)}
      where ${sql.ref(`${seen.row}.id`)} = ${id}`,
  )
  return row
}

function beforeSql(seen: SeenList, id: string): Sql {
  const { column, edit } = editOf(seen, id)
  const value = edit.before?.value ?? column.sql
  const revision = edit.before?.revision ?? sql.ref(`${seen.row}.revision`)
  return sql`${sql.ref(`${seen.row}.id`)} as id, ${seen.definition.person ?? sql`null`} as about,
    ${revision} as revision, to_jsonb(${value}) as before`
}

function nameOf(seen: SeenList): Sql {
  const name = seen.columns.get(seen.definition.shown[0] ?? '')
  return name?.type === 'text' ? name.sql : sql`null::text`
}

function chosen(seen: SeenList, ids: readonly string[]): Sql {
  if (ids.length > most) throw new Refusal('BULK_TOO_MANY', 422, { limit: most })
  return sql`${sql.ref(`${seen.row}.id`)} = any(${ids}::uuid[])`
}
