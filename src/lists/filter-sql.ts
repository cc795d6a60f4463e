import { sql } from 'kysely'
import type { Sql } from './list-definition.ts'
import { type Filter, type Leaf, most } from './list-wish.ts'
import { refuseFilter } from './refuse-filter.ts'
import { columnOf, type SeenColumn, type SeenList } from './seen-list.ts'
import { testOf } from './value-test.ts'

/** The condition that a filter asks for: every name is a column of the definition, every value is bound. */
export function filterSql(seen: SeenList, filter: Filter | undefined): Sql | undefined {
  if (!filter) return undefined
  if (leavesOf(filter) > most.leaves || depthOf(filter) > most.depth) refuseFilter('filter')
  return treeSql(seen, filter)
}

/** The columns that a filter looks at. */
export function columnsOfFilter(filter: Filter | undefined): string[] {
  if (!filter) return []
  if ('column' in filter) return [filter.column]
  return branchesOf(filter).flatMap(columnsOfFilter)
}

function treeSql(seen: SeenList, filter: Filter): Sql {
  if ('column' in filter) return leafSql(seen, filter)
  const parts = branchesOf(filter).map((part) => treeSql(seen, part))
  if (parts.length === 0) return sql`true`
  return sql`(${sql.join(parts, 'any' in filter ? sql` or ` : sql` and `)})`
}

function leafSql(seen: SeenList, leaf: Leaf): Sql {
  const column = columnOf(seen, leaf.column)
  if (column.filterable === false) refuseFilter(leaf.column)
  if (leaf.is === 'empty') return sql`(${filled(column)}) is not true`
  if (leaf.is === 'filled') return filled(column)
  const { test, not } = testOf(seen, column, leaf)
  const found = within(column, test)
  return not ? sql`(${found}) is not true` : found
}

// What is not there cannot be searched: a row without the value is neither this nor that, and so "is not".
function filled(column: SeenColumn): Sql {
  return within(column, (value) => (column.type === 'text' ? sql`${value} <> ''` : sql`${value} is not null`))
}

function within(column: SeenColumn, test: (value: Sql) => Sql): Sql {
  return column.within ? column.within(test) : test(column.sql)
}

function branchesOf(filter: Exclude<Filter, Leaf>): readonly Filter[] {
  return 'any' in filter ? filter.any : filter.all
}

function leavesOf(filter: Filter): number {
  return 'column' in filter ? 1 : branchesOf(filter).reduce((sum, part) => sum + leavesOf(part), 0)
}

function depthOf(filter: Filter): number {
  return 'column' in filter ? 0 : 1 + Math.max(0, ...branchesOf(filter).map(depthOf))
}
