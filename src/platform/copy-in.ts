import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { columnList } from './copy-out.ts'
import { type DatabaseShape, shapeOf, type TableShape } from './database-shape.ts'

/** Fills a freshly migrated database with the rows of another, whole or not at all. */
export async function fillDatabase(
  url: string,
  shape: DatabaseShape,
  tables: AsyncIterable<{ table: TableShape; rows: AsyncIterable<Buffer> }>,
) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await makeWhatIsMissing(client, shape)
    const again = await withoutRules(client)
    for await (const { table, rows } of tables) {
      const into = client.query(copyFrom(`copy ${table.place} (${columnList(table)}) from stdin`))
      await pipeline(Readable.from(rows), into)
    }
    for (const { place, last, called } of shape.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [place, last, called])
    }
    for (const rule of again) await client.query(rule)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

// What migrations do not make: columns that publishing added, and parts of tables that are kept in parts.
async function makeWhatIsMissing(client: pg.Client, shape: DatabaseShape) {
  const here = await shapeOf(client, [])
  const known = new Map(here.tables.map((table) => [table.place, new Set(table.columns.map(({ name }) => name))]))
  for (const { place, columns, part } of shape.tables) {
    const own = known.get(place)
    if (!own && !part) throw new Error(`${place} is made by no migration`)
    if (!own && part) await client.query(`create table ${place} partition of ${part.of} ${part.bound}`)
    for (const { name, type } of columns.filter((column) => own && !own.has(column.name))) {
      await client.query(`alter table ${place} add column ${pg.escapeIdentifier(name)} ${type}`)
    }
  }
}

// References are taken off and put on again, which checks every row; a setting would do the same for a superuser only.
async function withoutRules(client: pg.Client): Promise<string[]> {
  const { rows: references } = await client.query<{ place: string; name: string; said: string }>(
    `select format('%I.%I', space.nspname, own.relname) as place, quote_ident(rule.conname) as name, pg_get_constraintdef(rule.oid) as said
     from pg_constraint rule join pg_class own on own.oid = rule.conrelid join pg_namespace space on space.oid = own.relnamespace
     where rule.contype = 'f' and rule.conparentid = 0 and space.nspname !~ '^pg_'`,
  )
  const { rows: triggers } = await client.query<{ place: string }>(
    `select distinct format('%I.%I', space.nspname, own.relname) as place
     from pg_trigger rule join pg_class own on own.oid = rule.tgrelid join pg_namespace space on space.oid = own.relnamespace
     where not rule.tgisinternal and rule.tgparentid = 0`,
  )
  for (const { place, name } of references) await client.query(`alter table ${place} drop constraint ${name}`)
  for (const { place } of triggers) await client.query(`alter table ${place} disable trigger user`)

  // What migrations put into tables comes again with the rows.
  const { tables } = await shapeOf(client, ['migration'])
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ place }) => place).join(', ')}`)
  return [
    ...references.map(({ place, name, said }) => `alter table ${place} add constraint ${name} ${said}`),
    ...triggers.map(({ place }) => `alter table ${place} enable trigger user`),
  ]
}
