import { type QueryExecutorProvider, sql } from 'kysely'
import { Refusal } from '#platform/refusal'
import { columnTypes, declaredFields, declaredIndexes } from './declared.ts'
import type { Policy } from './policy.ts'
import { declaredColumn, type TableMap } from './table-map.ts'

/** Lets an added field change its type while it holds nothing; what is held keeps the type it was said in. */
export async function settleTypes(transaction: QueryExecutorProvider, policy: Policy, maps: readonly TableMap[]) {
  for (const { id, type, clause } of declaredFields(policy, maps)) {
    const { table, column } = declaredColumn(id)
    const wanted = columnTypes[type ?? 'text']
    const { rows } = await sql<{ held: string }>`
      select format_type(atttypid, atttypmod) as held from pg_attribute
      where attrelid = ${table}::regclass and attname = ${column} and not attisdropped
    `.execute(transaction)
    if (!rows[0] || rows[0].held === wanted) continue

    const { rows: kept } = await sql<{ some: boolean }>`
      select exists (select from ${sql.table(table)} where ${sql.ref(column)} is not null) as some
    `.execute(transaction)
    if (kept[0]?.some) throw new Refusal('FIELD_TYPE_CHANGED', 409, { clause, field: id })
    const { order, words } = declaredIndexes(id) // an index of words has no other type; publishing makes them anew
    await sql`drop index if exists ${sql.table(order)}, ${sql.table(words)}`.execute(transaction)
    await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} type ${sql.raw(wanted)} using null`.execute(
      transaction,
    )
  }
}
