import { type Kysely, sql } from 'kysely'
import { databaseRules } from '#platform/database-rules'

/** The migrated schemas as one readable text: tables with their constraints and indexes, functions, triggers. */
export async function printSchema<T>(db: Kysely<T>): Promise<string> {
  const tables = await sql<{ table: string; columns: string; constraints: string | null; partition: string | null }>`
    select format('%I.%I', n.nspname, c.relname) as table,
      (select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          case when a.attidentity <> '' then ' generated always as identity'
               when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
          case when a.attnotnull then ' not null' else '' end), E',\n' order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select string_agg(format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), E',\n' order by k.contype, k.conname)
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
      case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end as partition
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('register', 'declared', 'auth') and c.relkind in ('r', 'p')
    order by 1
  `.execute(db)
  const indexes = await sql<{ line: string }>`
    select indexdef || ';' as line from pg_indexes i
    where schemaname in ('register', 'declared', 'auth')
      and not exists (select from pg_constraint k where k.conname = i.indexname)
      and not exists (select from pg_class c where c.relname = i.tablename and c.relispartition)
    order by indexname
  `.execute(db)
  const { functions, triggers } = await databaseRules(db)

  return [
    '-- Printed from a migrated database. Read it to know the tables; change it with a migration.',
    ...tables.rows
      .filter(({ partition }) => partition === null)
      .map(
        ({ table, columns, constraints }) =>
          `create table ${table} (\n${[columns, constraints].filter(Boolean).join(',\n')}\n);`,
      ),
    indexes.rows.map(({ line }) => line).join('\n'),
    ...functions,
    triggers.join('\n'),
  ]
    .join('\n\n')
    .concat('\n')
}
