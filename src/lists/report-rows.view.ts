import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Sql } from './list-definition.ts'
import { fieldsShown, fitting, whereAll } from './list-rows.view.ts'
import type { Bucket, Grouping, ListWish } from './list-wish.ts'
import { refuseFilter } from './refuse-filter.ts'
import { boundedRows } from './rows.ts'
import { columnOf, isGroupable, isNaming, type SeenColumn, type SeenList } from './seen-list.ts'
import type { Named } from './select-sql.ts'

export const aggregates = ['count', 'sum', 'average', 'least', 'most'] as const

export interface Measure {
  of: (typeof aggregates)[number]
  /** A number or an amount; left out where rows are counted. */
  column?: string
}

/** Rows of a list taken together by at most two columns. */
export interface ReportWish extends Pick<ListWish, 'filter' | 'q'> {
  groups: readonly Grouping[]
  measures: readonly Measure[]
  /** The groups in their own order, or the greatest of the first measure first. */
  order?: 'group' | 'greatest'
  limit?: number
}

export interface ReportRow {
  groups: (string | number | boolean | Named | null)[]
  measures: (number | null)[]
}

const mostRows = 500

/** Counts and sums by group. Whoever is behind a group that names companies or people is shown by it, a sole trader too (S5.2). */
export async function reportRows(look: Look<never>, seen: SeenList, wish: ReportWish) {
  const { rows, more } = await reportTaken(look, seen, wish)
  return { rows, more }
}

/** The same, with the people whom its groups name and the fields of theirs. */
export async function reportTaken(look: Look<never>, seen: SeenList, wish: ReportWish) {
  const { groups, measures } = wish
  if (groups.length > 2 || measures.length === 0 || measures.length > 4) refuseFilter('groups')
  const columns = groups.map(({ column }) => columnOf(seen, column))
  const inner = [
    ...columns.map((column, at) => sql`${groupSql(column, groups[at]?.by)} as ${sql.ref(`g${at}`)}`),
    ...measures.map((measure, at) => sql`${measureSql(seen, measure)} as ${sql.ref(`m${at}`)}`),
    ...columns.map((column, at) => sql`${peopleOfRows(seen, column)} as ${sql.ref(`p${at}`)}`),
  ]
  const limit = Math.min(wish.limit ?? mostRows, mostRows)
  const rows = await boundedRows<Record<string, unknown>>(
    look.db,
    sql<Record<string, unknown>>`/* report */ select ${sql.join([
      ...columns.map((column, at) => sql`${namedSql(seen, column, sql.ref(`taken.g${at}`))} as ${sql.ref(`g${at}`)}`),
      ...measures.map((_, at) => sql`taken.${sql.ref(`m${at}`)} as ${sql.ref(`m${at}`)}`),
      ...columns.map((column, at) => sql`${peopleOfGroup(seen, column, at)} as ${sql.ref(`p${at}`)}`),
    ])} from (
      select ${sql.join(inner)} from ${sql.table(seen.definition.table)} ${whereAll(await fitting(seen, wish))}
      ${groupBy(columns.length)} ${orderBy(wish)} limit ${limit + 1}) taken ${outerOrder(wish, columns)}`,
  )
  const shown = rows.slice(0, limit)
  const people = shown.flatMap((row) => columns.flatMap((_, at) => (row[`p${at}`] as string[] | null) ?? []))
  const measured = measures.flatMap(({ column }) => (column ? columnOf(seen, column) : []))
  const fields = fieldsShown(seen, [...columns, ...measured])
  look.saw(people, people.length === 0 ? [] : fields)
  return {
    rows: shown.map(
      (row): ReportRow => ({
        groups: columns.map((_, at) => (row[`g${at}`] ?? null) as ReportRow['groups'][number]),
        measures: measures.map((_, at) => (row[`m${at}`] === null ? null : Number(row[`m${at}`]))),
      }),
    ),
    more: rows.length > limit,
    people,
    fields,
    columns,
    measured: measures.map(({ column }) => (column ? columnOf(seen, column) : null)),
  }
}

function groupSql(column: SeenColumn, by: Bucket | undefined): Sql {
  if (!isGroupable(column)) refuseFilter(column.id)
  const { type, sql: value } = column
  if (type !== 'day' && type !== 'instant') {
    if (by) refuseFilter(column.id)
    return type === 'staff' ? sql`(${value})::text` : value
  }
  const local = type === 'day' ? sql`${value}` : sql`(${value} at time zone 'Europe/Helsinki')`
  return sql`to_char(date_trunc(${by ?? 'day'}::text, ${local}), 'YYYY-MM-DD')`
}

function measureSql(seen: SeenList, { of, column: id }: Measure): Sql {
  if (of === 'count' && !id) return sql`count(*)`
  const column = columnOf(seen, id ?? '')
  if (column.several || !['number', 'money'].includes(column.type)) refuseFilter(column.id)
  const value = column.sql
  if (of === 'count') return sql`count(${value})`
  if (of === 'sum') return sql`sum(${value})`
  if (of === 'average') return column.type === 'money' ? sql`round(avg(${value}))` : sql`avg(${value})`
  return of === 'least' ? sql`min(${value})` : sql`max(${value})`
}

function namedSql(seen: SeenList, { type }: SeenColumn, value: Sql): Sql {
  if (type !== 'company' && type !== 'staff') return value
  const { field, name } = seen.references[type]
  const said = field && !seen.sees(field) ? sql`null` : name(value)
  return sql`case when ${value} is not null then json_build_object('id', ${value}, 'name', ${said}) end`
}

// Whom the rows are about is taken together only where the group's text is their name.
function peopleOfRows({ definition: { person } }: SeenList, { names }: SeenColumn): Sql {
  return names && person ? sql`array_agg(distinct ${person}) filter (where ${person} is not null)` : sql`null::uuid[]`
}

function peopleOfGroup({ references }: SeenList, { type }: SeenColumn, at: number): Sql {
  const value = sql.ref(`taken.g${at}`)
  const one = type === 'person' ? value : type === 'company' ? references.company.person?.(value) : undefined
  return one ? sql`array_remove(array[${one}]::uuid[], null)` : sql.ref(`taken.p${at}`)
}

/** Whether a report by these groups names companies or people. */
export function reportNames(seen: SeenList, groups: readonly Grouping[]) {
  return groups.some(({ column }) => isNaming(columnOf(seen, column)))
}

function groupBy(many: number): Sql {
  return many === 0 ? sql`` : sql`group by ${sql.raw(many === 1 ? '1' : '1, 2')}`
}

function orderBy({ groups, order }: ReportWish): Sql {
  const byGroup = groups.map((_, at) => `${at + 1} nulls last`)
  if (byGroup.length === 0) return sql``
  const first = order === 'greatest' ? [`${groups.length + 1} desc nulls last`] : []
  return sql`order by ${sql.raw([...first, ...byGroup].join(', '))}`
}

// Choices stand in the order of the definition, which is that of the work.
function outerOrder({ groups, order }: ReportWish, columns: readonly SeenColumn[]): Sql {
  if (groups.length === 0) return sql``
  const byGroup = columns.map(({ type, choices }, at) => {
    const value = sql.ref(`taken.g${at}`)
    const key = type === 'choice' ? sql`array_position(${choices.map(({ id }) => id)}::text[], ${value})` : value
    return sql`${key} nulls last`
  })
  return sql`order by ${sql.join([...(order === 'greatest' ? [sql`taken.m0 desc nulls last`] : []), ...byGroup])}`
}

/** What a report may be refused for before it is kept. */
export function refuseReport(seen: SeenList, { groups, measures }: Pick<ReportWish, 'groups' | 'measures'>) {
  if (groups.length > 2 || measures.length === 0 || measures.length > 4)
    throw new Refusal('FILTER_NOT_VALID', 422, { field: 'groups' })
  for (const { column, by } of groups) groupSql(columnOf(seen, column), by)
  for (const measure of measures) measureSql(seen, measure)
}
