import { type RawBuilder, sql } from 'kysely'
import type { Act, Tables } from '#ledger'
import { declaredColumn, type Subject } from '#statement'
import type { Added } from './added-value.ts'
import type { InForce, Sees } from './in-force.ts'

// The one file that reads and writes schema `declared`, whose columns no migration and no type knows.

/** Writes values of fields that the statement added. */
export async function writeAdded<T>(act: Act<T>, subject: Subject, id: string, added: Added) {
  const fields = Object.keys(added)
  if (fields.length === 0) return
  const columns = fields.map((field) => sql.ref(declaredColumn(field).column))
  const key = sql.ref(`${subject}_id`)

  await sql`
    insert into ${sql.table(`declared.${subject}`)} (${sql.join([key, ...columns])})
    values (${sql.join([id, ...fields.map((field) => added[field] ?? null)])})
    on conflict (${key}) do update set ${sql.join(columns.map((column) => sql`${column} = excluded.${column}`))}
  `.execute(executor(act.db))
}

/** An SQL expression: the added fields that this occasion may read, as one JSON object; null where there are none. */
export function addedJson(inForce: InForce, sees: Sees, subject: Subject, id: RawBuilder<unknown>) {
  const fields = inForce.added.filter((field) => field.subject === subject && sees(field.id))
  if (fields.length === 0) return sql`null::json`
  const columns = fields.map((field) => sql`said.${sql.ref(declaredColumn(field.id).column)} as ${sql.id(field.id)}`)
  // Not json_build_object: it takes a hundred arguments, and a statement may add more than fifty fields.
  return sql`(
    select json_strip_nulls(row_to_json(added))
    from (select ${sql.join(columns)} from ${sql.table(`declared.${subject}`)} said where said.${sql.ref(`${subject}_id`)} = ${id}) added)`
}

function executor<T>(db: Tables<T>) {
  return db as unknown as Parameters<RawBuilder<unknown>['execute']>[0] // the handle is Kysely's own; its type hides all but queries
}
