import { sql } from 'kysely'
import type { Look } from '#ledger'
import { keptQuery } from '#platform/kept-query'
import { Refusal } from '#platform/refusal'
import { fewReached } from './few-reached.ts'
import { filterSql } from './filter-sql.ts'
import type { Found } from './found.ts'
import { foundWords } from './found-words.ts'
import type { Sql } from './list-definition.ts'
import { type ListWish, most, type PageWish } from './list-wish.ts'
import { orderBySql, orderOf, type Part, partsAfter, type SortKey } from './order-sql.ts'
import { boundedRows, limitSql, rowsOf } from './rows.ts'
import { searchSql } from './search-sql.ts'
import { columnOf, type SeenColumn, type SeenList } from './seen-list.ts'
import { peopleIn, type RawRow, rowOf, selectSql } from './select-sql.ts'

/** One page of a list. Nothing is counted that nobody asked to count. */
export async function listRows(look: Look<never>, seen: SeenList, wish: PageWish, pageOf?: number) {
  const limit = pageOf ?? Math.min(wish.limit ?? 50, most.page)
  const columns = shownColumns(seen, wish.columns)
  const keys = orderOf(seen, wish)
  const reached = await fewReached(look, seen.definition.table)
  const fits = await fitting(seen, wish)
  const said = wish.after ? await keysOf(look, seen, { keys, id: idOfCursor(wish.after) }) : null
  const ask = isQuick(wish, keys) ? rowsOf : boundedRows

  const written = (
    part: Part,
    many: number,
  ) => sql<RawRow>`${isFree(wish)}select ${selectSql(seen, columns)} from ${fromSql(seen, part)}
    ${whereAll(reached, fits, ...part.where)} ${orderBySql(part.keys)} limit ${limitSql(many)}`

  const rows: RawRow[] = []
  for (const [nth, part] of partsAfter(keys, said).entries()) {
    const many = limit + 1 - rows.length
    rows.push(
      ...(isUsual(wish) && isQuick(wish, keys)
        ? await askUsual<RawRow>(look.db, {
            under: seen.columns,
            key: JSON.stringify([nth, many, reached && look.reach, said?.map((value) => value === null)]),
            values: said ?? [],
            write: (places) => written(partsAfter(keys, said && placesOf(said, places))[nth] as Part, many),
          })
        : await ask<RawRow>(look.db, written(part, many))),
    )
    if (rows.length > limit) break
  }
  const page = rows.slice(0, limit)
  saw(look, seen, columns, page)
  const last = page.at(-1)
  return {
    items: page.map((row) => rowOf(row, columns)),
    next: rows.length > limit && last ? cursorOf(last.id) : null,
    ...(wish.count ? { count: await countOf(look, seen, wish) } : {}),
  }
}

/** How many rows fit; past 10 000 only that they are more, unless the exact number is asked. */
export async function countOf(look: Look<never>, seen: SeenList, wish: PageWish) {
  const reached = await fewReached(look, seen.definition.table)
  const cap = wish.count === 'exact' ? sql`` : sql`limit ${most.counted + 1}`
  const [row] = await boundedRows<{ count: number }>(
    look.db,
    sql<{ count: number }>`/* counted */ select count(*) as count from (
      select 1 from ${sql.table(seen.definition.table)} ${whereAll(reached, await fitting(seen, wish))} ${cap}) fitting`,
  )
  const count = row?.count ?? 0
  return wish.count === 'exact' || count <= most.counted
    ? { rows: count, more: false }
    : { rows: most.counted, more: true }
}

/** Says whose data were shown, and which declared fields of theirs. */
export function saw(look: Look<never>, seen: SeenList, columns: readonly SeenColumn[], rows: readonly RawRow[]) {
  const people = rows.flatMap((row) => peopleIn(row, columns))
  look.saw(people, people.length === 0 ? [] : fieldsShown(seen, columns))
}

export function fieldsShown(seen: SeenList, columns: readonly SeenColumn[]): string[] {
  const named = columns.flatMap(({ type }) => {
    const field = type === 'person' || type === 'company' ? seen.references[type].field : undefined
    return field && seen.sees(field) ? [field] : []
  })
  return [...new Set([...columns.flatMap(({ fields }) => fields), ...named])]
}

export function shownColumns(seen: SeenList, asked: readonly string[] | undefined): SeenColumn[] {
  if (!asked) return seen.definition.shown.flatMap((id) => seen.columns.get(id) ?? [])
  if (asked.length > most.columns) throw new Refusal('FILTER_NOT_VALID', 422, { field: 'columns' })
  return [...new Set(asked)].map((id) => columnOf(seen, id))
}

/** Which rows fit a wish, with what the indexes of words say of it. Refuses before anything is asked. */
export async function fitting(seen: SeenList, wish: Pick<ListWish, 'filter' | 'q'>): Promise<Sql | undefined> {
  const plain = conditionOf(seen, wish)
  const found = plain && (await foundWords(seen, wish))
  return found ? conditionOf(seen, wish, found) : plain
}

/** The same without asking anything. */
export function conditionOf(seen: SeenList, { filter, q }: Pick<ListWish, 'filter' | 'q'>, found?: Found) {
  const parts = [seen.definition.where, filterSql(seen, filter, found), searchSql(seen, q, found)]
  const said = parts.filter((part) => part !== undefined)
  return said.length === 0 ? undefined : sql`${sql.join(said, sql` and `)}`
}

export function whereAll(...parts: (Sql | undefined)[]): Sql {
  const said = parts.filter((part) => part !== undefined)
  return said.length === 0 ? sql`` : sql`where ${sql.join(said, sql` and `)}`
}

// A plan made for one filter suits no other: such a statement is not kept as a prepared one (see #platform/pools).
function isFree({ filter, q }: ListWish): Sql {
  return filter || q ? sql.raw('/* filtered */ ') : sql``
}

// The page that everybody opens is written once for each duty; pages of one's own columns and orders are too many to keep.
const askUsual = keptQuery<readonly (string | null)[]>()

function isUsual({ filter, q, sort, columns, group }: ListWish): boolean {
  return !filter && !q && !sort && !columns && !group
}

function placesOf(said: readonly (string | null)[], places: readonly (string | null)[]) {
  return said.map((value, at) => (value === null ? null : (places[at] ?? null)))
}

// What an index answers needs no bound, and is spared the two round trips that one costs.
function isQuick({ filter, q }: ListWish, keys: readonly SortKey[]): boolean {
  return !filter && !q && keys.every(({ indexed }) => indexed)
}

function fromSql({ definition, row }: SeenList, { apart }: Part): Sql {
  const table = sql.table(definition.table)
  return apart ? sql`${apart.table} join ${table} on ${sql.ref(`${row}.id`)} = ${apart.on}` : sql`${table}`
}

interface Place {
  keys: readonly SortKey[]
  id: string
}

/** The keys of the last row of a page, read anew: the cursor is an id, because a name in an address ends up in logs. */
export async function keysOf(look: Look<never>, seen: SeenList, { keys, id }: Place): Promise<(string | null)[]> {
  const parts = keys.map(({ value }, at) => sql`(${value})::text as ${sql.ref(`k${at}`)}`)
  const [row] = await rowsOf<Record<string, string | null>>(
    look.db,
    sql<Record<string, string | null>>`select ${sql.join(parts)} from ${sql.table(seen.definition.table)}
      where ${sql.ref(`${seen.row}.id`)} = ${id}`,
  )
  if (!row) throw new Refusal('CURSOR_NOT_VALID', 422, { field: 'after' })
  return keys.map((_, at) => row[`k${at}`] ?? null)
}

export function cursorOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}

function idOfCursor(cursor: string): string {
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new Refusal('CURSOR_NOT_VALID', 422, { field: 'after' })
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}
