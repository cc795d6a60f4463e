import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '#platform/refusal'

/** What a caller says of the page they want. */
export interface Paging {
  limit?: number
  after?: string
  sort?: string
}

export interface Order {
  /** Columns of the table by which rows are sorted, the id last. */
  columns: readonly string[]
  descending: boolean
}

/** Reads `name` or `-name` against the orders that a list has. */
export function orderOf(
  sort: string | undefined,
  orders: Readonly<Record<string, readonly string[]>>,
  otherwise: string,
): Order {
  const asked = sort ?? otherwise
  const columns = orders[asked.replace(/^-/, '')]
  if (!columns || !Object.hasOwn(orders, asked.replace(/^-/, '')))
    throw new Refusal('INVALID_REQUEST', 422, { field: 'querystring/sort' })
  return { columns: [...columns, 'id'], descending: asked.startsWith('-') }
}

/** What sets one order's text apart from another's. */
export function orderKey({ columns, descending }: Order): string {
  return `${columns} ${descending}`
}

// The cursor is an id, not the sorted value: a name in an address would end up in logs and histories.
export function cursorOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}

export function idOfCursor(cursor: string): string {
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new Refusal('CURSOR_NOT_VALID', 422, { field: 'after' })
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}

/** The rows after this one, by keyset: as quick on the last page as on the first. */
export function afterRow(table: string, { columns, descending }: Order, id: string): RawBuilder<unknown> {
  const key = columns.map((column) =>
    column === 'id'
      ? sql`${id}::uuid`
      : sql`(select seen.${sql.ref(column)} from ${sql.table(table)} seen where seen.id = ${id})`,
  )
  const row = columns.map((column) => sql.ref(`${table}.${column}`))
  return sql`(${sql.join(row)}) ${sql.raw(descending ? '<' : '>')} (${sql.join(key)})`
}

export function orderBy(table: string, { columns, descending }: Order): RawBuilder<unknown> {
  const way = sql.raw(descending ? 'desc' : 'asc')
  return sql`order by ${sql.join(columns.map((column) => sql`${sql.ref(`${table}.${column}`)} ${way}`))}`
}

/** One page of the rows read, of which there may be one more than asked. */
export function pageOf<R extends { id: string }>(rows: R[], limit: number): { rows: R[]; next: string | null } {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? cursorOf(last.id) : null }
}
