import { randomBytes, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { special, told } from './special-values.ts'

export { told } from './special-values.ts'

export const isTold = /xqvetta|xqvinen|xqvsana|401230987|040 123 0987/i

interface Column {
  name: string
  type: string
  allowed: string[] | null
  target: string | null
}

export interface MadeRow {
  table: string
  id: string
}

const byName: Record<string, unknown> = {
  postcode: '00520',
  country: 'FI',
  closed_at: null,
  held_at: null,
  left_on: null,
}

/** One row about this person in each of these tables, and in those that they lean on. */
export async function oneRowEach(
  owner: Kysely<never>,
  tables: readonly string[],
  { person, personal, more = {} }: { person: string; personal: ReadonlySet<string>; more?: Record<string, unknown> },
): Promise<MadeRow[]> {
  const ids = new Map([['register.person', person]])
  const idOf = (table: string) => {
    const known = ids.get(table) ?? randomUUID()
    ids.set(table, known)
    return known
  }
  const made: MadeRow[] = []
  const waiting = [...tables]
  await owner.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db) // rows lean on each other in every direction
    for (let table = waiting.shift(); table; table = waiting.shift()) {
      if (made.some((row) => row.table === table)) continue
      const values: [string, unknown][] = []
      for (const column of await columnsOf(db, table)) {
        const value = valueFor(table, column, { person, idOf, more, personal })
        if (value === undefined) continue
        if (column.target && value !== null && !tables.includes(column.target)) waiting.push(column.target)
        values.push([column.name, value])
      }
      await insert(db, table, values)
      made.push({ table, id: idOf(table) })
    }
  })
  return made.filter(({ table }) => tables.includes(table))
}

/** One row in this table alone, about nobody but where `more` says so; inside the caller's transaction. */
export async function oneRowAlone(db: Kysely<never>, table: string, more: Record<string, unknown>): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(db) // what it leans on is not there
  const making = { person: randomUUID(), personal: new Set<string>(), more, idOf: () => randomUUID() }
  const all = (await columnsOf(db, table)).map((column) => [column.name, valueFor(table, column, making)] as const)
  await insert(
    db,
    table,
    all.filter(([, value]) => value !== undefined).map(([name, value]) => [name, value]),
  )
}

async function insert(db: Kysely<never>, table: string, values: [string, unknown][]) {
  await sql`insert into ${sql.table(table)} (${sql.join(values.map(([name]) => sql.ref(name)))})
    values (${sql.join(values.map(([, value]) => value))})`
    .execute(db)
    .catch((fault: Error) => {
      throw new Error(`no row for ${table}: say in test/one-row.ts what its checks ask (${fault.message})`)
    })
}

async function columnsOf(db: Kysely<never>, table: string): Promise<Column[]> {
  const { rows } = await sql<Column & { check: string | null }>`
    select own.attname as name, format_type(own.atttypid, null) as type,
      (select string_agg(pg_get_constraintdef(rule.oid), ' ') from pg_constraint rule
        where rule.conrelid = own.attrelid and rule.contype = 'c' and rule.conkey = array[own.attnum]) as check,
      (select rule.confrelid::regclass::text from pg_constraint rule
        where rule.conrelid = own.attrelid and rule.contype = 'f' and rule.conkey = array[own.attnum]) as target
    from pg_attribute own
    where own.attrelid = ${table}::regclass and own.attnum > 0 and not own.attisdropped and own.attidentity = '' and own.attgenerated = ''
    order by own.attnum`.execute(db)
  return rows.map(({ check, ...column }) => ({ ...column, allowed: allowedBy(check) }))
}

function allowedBy(check: string | null): string[] | null {
  const list = /= ANY \(ARRAY\[(.+?)\]\)/.exec(check ?? '')?.[1]
  return list ? [...list.matchAll(/'([^']*)'::text/g)].map(([, word = '']) => word) : null
}

interface Making {
  person: string
  /** Columns that carry a declared field. The others say nothing about a person. */
  personal: ReadonlySet<string>
  idOf(table: string): string
  more: Record<string, unknown>
}

function valueFor(
  table: string,
  { name, type, allowed, target }: Column,
  { person, idOf, more, personal }: Making,
): unknown {
  const path = `${table}.${name}`
  if (path in more) return more[path]
  if (path in special) return special[path]
  if (name === 'person_id') return person
  if (name === 'people' || name === 'parties') return `{${person}}`
  if (name === 'id' && type === 'uuid') return idOf(table)
  if (target && type === 'uuid') return idOf(target)
  if (name === 'organisation_id') return idOf('register.organisation')
  if (target) return more[`${target}.key`] ?? special[`${target}.hash`]
  if (name in byName) return byName[name]
  if (allowed) return allowed[0]
  return byType(type, personal.has(path) ? `${told.word} ${name}` : 'sana')
}

function byType(type: string, word: string): unknown {
  if (type === 'text') return word
  if (type === 'text[]') return `{"${word}"}`
  if (type === 'uuid') return randomUUID()
  if (type === 'uuid[]') return '{}'
  if (type === 'date') return '2026-02-27'
  if (type.startsWith('timestamp')) return '2026-02-27T10:00:00Z'
  if (type === 'boolean') return false
  if (type === 'jsonb' || type === 'json') return '{}'
  if (type === 'bytea') return randomBytes(32)
  return 1
}
