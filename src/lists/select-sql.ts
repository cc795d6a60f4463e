import { sql } from 'kysely'
import type { Sql } from './list-definition.ts'
import type { SeenColumn, SeenList } from './seen-list.ts'

/** A row as PostgreSQL gives it: `c0`, `c1`… are the columns in their order, so that no name of a wish stands in the statement. */
export interface RawRow {
  id: string
  about: string | null
  [column: string]: unknown
}

export interface ListRow {
  id: string
  /** The person a row is about, where the list has one. */
  about?: string | null
  values: Record<string, unknown>
}

export interface Named {
  id: string
  name: string | null
}

export function selectSql(seen: SeenList, columns: readonly SeenColumn[]): Sql {
  const parts = columns.map((column, at) => sql`${valueSql(seen, column)} as ${sql.ref(`c${at}`)}`)
  const about = seen.definition.person ?? sql`null`
  return sql.join([sql`${sql.ref(`${seen.row}.id`)} as id, ${about} as about`, ...parts])
}

/** What a column points at comes with its name, where the duty reads it. */
export function valueSql(seen: SeenList, { type, sql: value, several }: SeenColumn): Sql {
  if (type !== 'person' && type !== 'company' && type !== 'staff') return value
  const { field, name } = seen.references[type]
  const said = (id: Sql) => (field && !seen.sees(field) ? sql`null` : name(id))
  if (several) {
    const one = sql.ref('one.id')
    return sql`(select json_agg(json_build_object('id', ${one}, 'name', ${said(one)})) from unnest(${value}) as one(id))`
  }
  return sql`case when ${value} is not null then json_build_object('id', ${value}, 'name', ${said(value)}) end`
}

export function rowOf(row: RawRow, columns: readonly SeenColumn[]): ListRow {
  return {
    id: row.id,
    values: Object.fromEntries(columns.map((column, at) => [column.id, saidValue(row, column, at)])),
  }
}

/** Whom rows show, as they were answered. */
export function peopleShown(rows: readonly ListRow[], columns: readonly SeenColumn[]): string[] {
  return rows.flatMap(({ about, values }) => [
    ...(about ? [about] : []),
    ...columns.flatMap(({ id, type }) => (type === 'person' ? namedIn(values[id]) : [])),
  ])
}

function namedIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : value ? [value] : []).map(({ id }: Named) => id)
}

/** Whom a row shows: the person it is about, and people named in its columns. */
export function peopleIn(row: RawRow, columns: readonly SeenColumn[]): string[] {
  const named = columns.flatMap(({ type }, at) => {
    if (type !== 'person') return []
    return namedIn(row[`c${at}`])
  })
  return [...(row.about ? [row.about] : []), ...named]
}

function saidValue(row: RawRow, { type, several, written }: SeenColumn, at: number): unknown {
  const value = row[`c${at}`] ?? (several ? [] : null)
  if (written && typeof value === 'string') return written(value)
  return type === 'number' && typeof value === 'string' ? Number(value) : value // numeric comes as text
}
