import { sql } from 'kysely'
import type { ColumnType, Sql } from './list-definition.ts'
import { type ListWish, most } from './list-wish.ts'
import { refuseFilter } from './refuse-filter.ts'
import { columnOf, isSortable, type SeenColumn, type SeenList } from './seen-list.ts'

/** One thing that rows are sorted by. Where something is missing it stands last, whichever way the others go. */
export interface SortKey {
  value: Sql
  descends: boolean
  filled: boolean
  /** The type of PostgreSQL that a key read as text goes back to. */
  type: string
  /** An index gives this order. */
  indexed: boolean
  /** Where the value stands, if not in the list's own table. */
  apart?: NonNullable<SeenColumn['apart']> | undefined
}

/** A stretch of the whole order that an index answers by itself: first the rows that have the leading value, then those without. */
export interface Part {
  keys: readonly SortKey[]
  where: readonly Sql[]
  apart?: SortKey['apart']
}

/** The order that a wish asks for: the group first, the id last, so that every row has one place. */
export function orderOf(seen: SeenList, { sort, group }: ListWish): SortKey[] {
  const asked = sort?.length ? sort : [seen.definition.sort]
  const grouped = group ? (asked.find((one) => bare(one) === group.column) ?? group.column) : undefined
  const names = grouped ? [grouped, ...asked.filter((one) => one !== grouped)] : asked
  if (names.length > most.sorts + 1 || new Set(names.map(bare)).size < names.length) refuseFilter('sort')
  const keys = names.flatMap((name) => keysOf(seen, columnOf(seen, bare(name)), name.startsWith('-')))
  const descends = keys.at(-1)?.descends ?? false
  return [...keys, { value: sql.ref(`${seen.row}.id`), descends, filled: true, type: 'uuid', indexed: true }]
}

export function orderBySql(keys: readonly SortKey[]): Sql {
  const parts = keys.map(({ value, descends, filled }) => {
    return sql`${value} ${sql.raw(`${descends ? 'desc' : 'asc'}${filled || !descends ? '' : ' nulls last'}`)}`
  })
  return sql`order by ${sql.join(parts)}`
}

/**
 * The parts of an order, from the row on whose keys these are. A key that may be missing, where it leads, parts the rows in two: so the
 * condition of a page is one comparison of rows, which an index answers in one step, and never "or it is missing", which scans.
 */
export function partsAfter(keys: readonly SortKey[], said: readonly (string | null)[] | null): Part[] {
  const [first, ...rest] = keys
  if (!first || first.filled) return [{ keys, where: said ? [afterSql(keys, said)] : [] }]
  const without = partsAfter(rest, said && said[0] === null ? said.slice(1) : null).map((part) => ({
    ...part,
    where: [sql`${first.value} is null`, ...part.where],
  }))
  if (said && said[0] === null) return without
  const { apart } = first
  // The id too is read from the table apart, so that one index holds the whole comparison.
  const held = apart
    ? [
        { ...first, value: apart.value, filled: true },
        ...rest.slice(0, -1),
        ...rest.slice(-1).map((id) => ({ ...id, value: apart.on })),
      ]
    : [{ ...first, filled: true }, ...rest]
  const after = said ? [afterSql(held, said)] : []
  return [{ keys: held, where: [sql`${held[0]?.value} is not null`, ...after], apart }, ...without]
}

/** The rows after one whose keys are these (as text, null where missing): keyset over any number of keys and directions. */
export function afterSql(keys: readonly SortKey[], said: readonly (string | null)[]): Sql {
  const values = keys.map(({ type }, at) => sql`${said[at]}::${sql.raw(type)}`)
  const isPlain = keys.every(({ filled, descends }) => filled && descends === keys[0]?.descends)
  // One comparison of rows is what an index answers in one step.
  if (isPlain) {
    const row = sql.join(keys.map(({ value }) => value))
    return sql`(${row}) ${sql.raw(keys[0]?.descends ? '<' : '>')} (${sql.join(values)})`
  }
  const later = keys.flatMap((key, at) => {
    if (said[at] === null) return []
    const same = keys.slice(0, at).map((before, nth) => isSame(before, said[nth] ?? null, values[nth] as Sql))
    return [sql`(${sql.join([...same, beyond(key, values[at] as Sql)], sql` and `)})`]
  })
  const first = keys[0]
  const bound = first?.filled ? sql`${first.value} ${sql.raw(first.descends ? '<=' : '>=')} ${values[0]} and ` : sql``
  return sql`${bound}(${sql.join(later, sql` or `)})`
}

function isSame({ value }: SortKey, said: string | null, bound: Sql): Sql {
  return said === null ? sql`${value} is null` : sql`${value} = ${bound}`
}

function beyond({ value, descends, filled }: SortKey, bound: Sql): Sql {
  const past = sql`${value} ${sql.raw(descends ? '<' : '>')} ${bound}`
  return filled ? past : sql`(${past} or ${value} is null)`
}

const types: Record<ColumnType, string> = {
  text: 'text',
  number: 'numeric',
  money: 'bigint',
  day: 'date',
  instant: 'timestamptz',
  choice: 'integer',
  boolean: 'boolean',
  person: 'text',
  company: 'text',
  staff: 'text',
}

function keysOf(seen: SeenList, column: SeenColumn, descends: boolean): SortKey[] {
  if (!isSortable(column)) refuseFilter(column.id)
  if (column.order)
    return column.order.map((value) => ({
      value,
      descends,
      filled: true,
      type: 'text',
      indexed: column.indexed ?? false,
    }))
  const { indexed = false, type } = column
  // Choices stand in the order of the work, which no index knows. Numbers compare by no leakproof operator: under row policies their
  // index gives the order, and what is before a deep page is read past.
  const apart = type === 'choice' ? undefined : column.apart
  return [
    {
      ...keyOf(seen, column),
      descends,
      type: types[type],
      indexed: indexed || (apart !== undefined && type !== 'number'),
      apart,
    },
  ]
}

function keyOf(seen: SeenList, column: SeenColumn): { value: Sql; filled: boolean } {
  const { type, filled = false, choices } = column
  if (type === 'choice') {
    // Choices stand in the order of the definition, which is that of the work: open before paid.
    return { value: sql`array_position(${choices.map(({ id }) => id)}::text[], ${column.sql})`, filled: false }
  }
  if (type !== 'person' && type !== 'company' && type !== 'staff') return { value: column.sql, filled }
  const { field, name } = seen.references[type]
  return { value: field && !seen.sees(field) ? sql`(${column.sql})::text` : name(column.sql), filled: false }
}

function bare(sort: string) {
  return sort.replace(/^-/, '')
}
