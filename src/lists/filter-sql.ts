import { sql } from 'kysely'
import type { Found } from './found.ts'
import type { Sql } from './list-definition.ts'
import { type Filter, type Leaf, most } from './list-wish.ts'
import { refuseFilter } from './refuse-filter.ts'
import { columnOf, type SeenColumn, type SeenList } from './seen-list.ts'
import { testOf } from './value-test.ts'

/** The condition that a filter asks for: every name is a column of the definition, every value is bound. */
export function filterSql(seen: SeenList, filter: Filter | undefined, found?: Found): Sql | undefined {
  if (!filter) return undefined
  if (leavesOf(filter) > most.leaves || depthOf(filter) > most.depth) refuseFilter('filter')
  return treeSql({ seen, found }, filter)
}

interface Asked {
  seen: SeenList
  found: Found | undefined
}

function treeSql(asked: Asked, filter: Filter): Sql {
  if ('column' in filter) return leafSql(asked, filter)
  const parts = branchesOf(filter).map((part) => treeSql(asked, part))
  if (parts.length === 0) return sql`true`
  return sql`(${sql.join(parts, 'any' in filter ? sql` or ` : sql` and `)})`
}

function leafSql({ seen, found }: Asked, leaf: Leaf): Sql {
  const column = columnOf(seen, leaf.column)
  if (column.filterable === false) refuseFilter(leaf.column)
  if (leaf.is === 'empty') return negated(column, filled(column))
  if (leaf.is === 'filled') return filled(column)
  const { test, not, like } = testOf(seen, column, leaf, found)
  const ids = column.words && like && found?.of(column.words, like)
  const among = ids ? sql`${sql.ref(`${seen.row}.id`)} = any(${ids}::uuid[]) and ` : sql``
  const held = sql`(${among}${within(column, test)})`
  return not ? negated(column, held) : held
}

// `exists` is never null, and turned round plainly the planner joins by it.
function negated(column: SeenColumn, held: Sql): Sql {
  return column.within ? sql`not ${held}` : sql`(${held}) is not true`
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
