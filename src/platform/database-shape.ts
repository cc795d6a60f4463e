import type pg from 'pg'

/** A table as a copy of a database needs to know it. */
export interface TableShape {
  /** Quoted, with its schema. */
  place: string
  columns: { name: string; type: string }[]
  /** Where it is a part of a table that is kept in parts. */
  part?: { of: string; bound: string }
}

export interface DatabaseShape {
  tables: TableShape[]
  /** Where each counter stands. */
  sequences: { place: string; last: string; called: boolean }[]
}

/** The tables that hold rows, and the counters; schemas named here are left out. */
export async function shapeOf(client: pg.ClientBase, without: readonly string[]): Promise<DatabaseShape> {
  const skipped = ['pg_catalog', 'information_schema', 'pg_toast', ...without]
  const { rows: tables } = await client.query<{
    place: string
    columns: { name: string; type: string }[]
    of: string | null
    bound: string | null
  }>(
    `select format('%I.%I', space.nspname, own.relname) as place,
       (select json_agg(json_build_object('name', col.attname, 'type', format_type(col.atttypid, col.atttypmod)) order by col.attnum)
        from pg_attribute col
        where col.attrelid = own.oid and col.attnum > 0 and not col.attisdropped and col.attgenerated = '') as columns,
       (select format('%I.%I', up.nspname, parent.relname) from pg_inherits
        join pg_class parent on parent.oid = inhparent join pg_namespace up on up.oid = parent.relnamespace
        where inhrelid = own.oid) as of,
       pg_get_expr(own.relpartbound, own.oid) as bound
     from pg_class own join pg_namespace space on space.oid = own.relnamespace
     where own.relkind = 'r' and own.relpersistence = 'p' and space.nspname <> all ($1) and space.nspname !~ '^pg_'
     order by 1`,
    [skipped],
  )
  const { rows: sequences } = await client.query<{ place: string; last: string; called: boolean }>(
    `select format('%I.%I', schemaname, sequencename) as place, coalesce(last_value, start_value)::text as last,
       last_value is not null as called
     from pg_sequences where schemaname <> all ($1) order by 1`,
    [skipped],
  )
  return {
    tables: tables.map(({ place, columns, of, bound }) => ({
      place,
      columns: columns ?? [],
      ...(of && bound ? { part: { of, bound } } : {}),
    })),
    sequences,
  }
}
