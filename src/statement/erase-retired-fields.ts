import { sql } from 'kysely'
import pg from 'pg'
import { type Act, type LedgerTables, type Occasion, performAsOwner } from '#ledger'
import type { Running } from './running.ts'
import { declaredColumn, type TableMap } from './table-map.ts'
import type { StatementTables } from './tables.ts'

type Tables = LedgerTables & StatementTables

/** Erases the fields whose seven days are over; answers their ids. What a crash left undone is done at the next run. */
export async function eraseRetiredFields<T extends Tables>(running: Running<T>, occasion: Occasion): Promise<string[]> {
  // S0.2: what an altered statement leaves out may have been there; nothing is erased by it.
  if (running.tampered().length > 0) return []

  const owner = running.db.owner()
  const due = await sql<{ field: string }>`
    select field from register.retired_field
    where erase_at <= ${occasion.at} and erased_at is null order by erase_at
  `.execute(owner)

  for (const { field } of due.rows) {
    const places = placesOf(field, running.ground.maps)
    await performAsOwner(running.db, occasion, (act) => eraseField(act as unknown as Act<Tables>, field, places))
    // After a plain `drop column` or `update` the values are still in the heap file (measured): rewrite it.
    for (const { table } of places) await sql.raw(`vacuum full ${tableName(table)}`).execute(owner)
  }
  if (due.rows.length > 0) await sql`checkpoint`.execute(owner)
  return due.rows.map(({ field }) => field)
}

interface Place {
  table: string
  columns: readonly string[]
  how: 'drop column' | 'delete rows' | 'empty'
}

function placesOf(field: string, maps: readonly TableMap[]): Place[] {
  const carried = maps.filter(({ carries }) => carries[field])
  if (carried.length > 0) {
    return carried.map(({ table, carries, deletable }) => ({
      table,
      columns: carries[field] ?? [],
      how: deletable && Object.keys(carries).length === 1 ? 'delete rows' : 'empty',
    }))
  }
  const { table, column } = declaredColumn(field)
  return [{ table, columns: [column], how: 'drop column' }]
}

// S5.1: a field that the statement no longer names has no place in the register.
async function eraseField(act: Act<Tables>, field: string, places: readonly Place[]) {
  const db = act.db as unknown as Parameters<ReturnType<typeof sql.raw>['execute']>[0]
  await sql`set local lock_timeout = '4s'`.execute(db)
  for (const { table, columns, how } of places) {
    const listed = columns.map((column) => pg.escapeIdentifier(column))
    const erasing = {
      'drop column': `alter table ${tableName(table)} ${listed.map((column) => `drop column if exists ${column}`).join(', ')}`,
      'delete rows': `delete from ${tableName(table)}`,
      empty: `update ${tableName(table)} set ${listed.map((column) => `${column} = default`).join(', ')}`,
    }
    await sql.raw(erasing[how]).execute(db)
  }
  await act.db
    .updateTable('register.retired_field')
    .set({ erased_at: act.at })
    .where('field', '=', field)
    .where('erased_at', 'is', null)
    .execute()
  await act.record({
    what: 'field.erased',
    about: `field-${field}`,
    detail: { places: places.map(({ table }) => table) },
  })
}

function tableName(path: string) {
  return path
    .split('.')
    .map((part) => pg.escapeIdentifier(part))
    .join('.')
}
