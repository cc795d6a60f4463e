import { type Kysely, sql } from 'kysely'
import type { Ground } from './apply-grants.ts'
import { declaredMaps } from './declared.ts'
import type { Policy } from './policy.ts'
import { columnsOf, declaredColumn, type TableMap } from './table-map.ts'

/** A column about people or their companies that the statement does not declare, though it holds or gives away something. */
export interface Undeclared {
  /** With schema and table: `declared.person.shoe_size`. */
  column: string
  with: 'data' | 'grant'
}

// S5.1: what the statement does not name has no place in the register, however it came there.
/** Asks with the owner's rights, at the start and after a publish. A dark and empty column is not told of. */
export async function undeclaredColumns<T>(
  db: Kysely<T>,
  ground: Ground,
  policy: Policy,
  loginPrefix: string,
): Promise<Undeclared[]> {
  const maps = [...ground.maps, ...declaredMaps(policy, ground.maps)]
  const hidden = await hiddenColumns(db, ground.maps)
  const told: Undeclared[] = []
  for (const { place, columns } of await tablesOf(db, maps)) {
    const map = maps.find(({ table }) => table === place) as TableMap // tablesOf answers tables of these maps only
    const declared = declaredColumns(map, policy)
    for (const column of columns.filter((one) => !declared.has(one) && !hidden.has(`${place}.${one}`))) {
      if (await holdsSomething(db, place, column)) told.push({ column: `${place}.${column}`, with: 'data' })
      else if (await isGiven(db, place, column, loginPrefix)) told.push({ column: `${place}.${column}`, with: 'grant' })
    }
  }
  return told
}

function declaredColumns(map: TableMap, policy: Policy): Set<string> {
  const dark = Object.entries(map.carries).flatMap(([field, columns]) => (policy.fields.has(field) ? [] : columns))
  return new Set(columnsOf(map).filter((column) => !dark.includes(column)))
}

// A dropped field is hidden, and can be taken back until its days are over and it is erased.
async function hiddenColumns<T>(db: Kysely<T>, maps: readonly TableMap[]): Promise<Set<string>> {
  const { rows } = await sql<{ field: string }>`
    select field from register.retired_field where erased_at is null
  `.execute(db)
  return new Set(
    rows.flatMap(({ field }) => {
      const carried = maps.flatMap(({ table, carries }) => (carries[field] ?? []).map((column) => `${table}.${column}`))
      const { table, column } = declaredColumn(field)
      return carried.length > 0 ? carried : [`${table}.${column}`]
    }),
  )
}

async function tablesOf<T>(db: Kysely<T>, maps: readonly TableMap[]) {
  const { rows } = await sql<{ place: string; columns: string[] }>`
    select format('%s.%s', space.nspname, place.relname) as place, array_agg(part.attname::text order by part.attnum) as columns
    from pg_class place
    join pg_namespace space on space.oid = place.relnamespace
    join pg_attribute part on part.attrelid = place.oid and part.attnum > 0 and not part.attisdropped
    where format('%s.%s', space.nspname, place.relname) = any(${maps.map(({ table }) => table)}::text[])
    group by 1 order by 1
  `.execute(db)
  return rows
}

async function holdsSomething<T>(db: Kysely<T>, place: string, column: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (select from ${sql.table(place)} where ${sql.ref(column)}::text <> '') as holds
  `.execute(db)
  return rows[0]?.holds ?? false
}

async function isGiven<T>(db: Kysely<T>, place: string, column: string, loginPrefix: string): Promise<boolean> {
  const [schema, table] = place.split('.')
  const { rows } = await sql<{ given: boolean }>`
    select exists (
      select from information_schema.column_privileges given
      where given.table_schema = ${schema} and given.table_name = ${table} and given.column_name = ${column}
        and given.grantee <> (select tableowner from pg_tables where schemaname = ${schema} and tablename = ${table})
        and not starts_with(given.grantee, ${loginPrefix})) as given
  `.execute(db)
  return rows[0]?.given ?? false
}
