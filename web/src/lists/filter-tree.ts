import type { Filter, Leaf, List, ListColumn, One, Operator, Tree } from './contract.ts'

export function treeOf(filter: Filter | undefined): Tree {
  if (!filter) return { all: [] }
  return 'column' in filter ? { all: [filter] } : filter
}

/** A condition that can be asked; half-typed ones wait. */
export function isWhole({ is, value }: Leaf): boolean {
  if (['empty', 'filled', 'this-month', 'this-year'].includes(is)) return true
  if (is === 'between')
    return Array.isArray(value) && value.length === 2 && value.every((one) => one !== null && one !== '')
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== ''
}

/** What of a filter can be asked now. */
export function wholeOf(tree: Tree): Tree | undefined {
  const parts = (tree.any ?? tree.all ?? []).flatMap((part): Filter[] => {
    if ('column' in part) return isWhole(part) ? [part] : []
    const inner = wholeOf(part)
    return inner ? [inner] : []
  })
  return parts.length === 0 ? undefined : tree.any ? { any: parts } : { all: parts }
}

export function firstLeaf(list: List): Leaf {
  const column = list.columns.find(({ operators }) => operators.length > 0)
  return leafFor(column as ListColumn)
}

export function leafFor(column: ListColumn): Leaf {
  const is = column.operators[0] ?? 'is'
  return { column: column.id, is, ...startOf(column, is) }
}

/** The same column asked otherwise: a value of the same kind stays. */
export function withOperator(column: ListColumn, leaf: Leaf, is: Operator): Leaf {
  const kind = (one: Operator) =>
    ['last-days', 'next-days'].includes(one) ? 'days' : one === 'between' ? 'two' : 'one'
  const keeps = kind(is) === kind(leaf.is) && leaf.value !== undefined
  return { column: leaf.column, is, ...(keeps ? { value: leaf.value as One } : startOf(column, is)) }
}

function startOf({ type }: ListColumn, is: Operator): Pick<Leaf, 'value'> {
  if (['empty', 'filled', 'this-month', 'this-year'].includes(is)) return {}
  if (is === 'last-days' || is === 'next-days') return { value: 30 }
  if (is === 'between') return { value: [null, null] }
  if (type === 'boolean') return { value: true }
  if (type === 'choice' || type === 'staff') return { value: [] }
  return { value: null }
}

/** The one leaf at the top of a filter that a quick filter speaks for. */
export function quickValue(filter: Filter | undefined, column: string): string | null {
  const leaf = (treeOf(filter).all ?? []).find((part) => 'column' in part && part.column === column && part.is === 'is')
  const value = leaf && 'column' in leaf ? leaf.value : undefined
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one : null
}

export function withQuick(filter: Filter | undefined, column: string, value: string | null): Filter | undefined {
  const tree = treeOf(filter)
  const whole: Tree = tree.any ? { all: [tree] } : tree
  const others = (whole.all ?? []).filter((part) => !('column' in part && part.column === column && part.is === 'is'))
  const all = value === null ? others : [...others, { column, is: 'is' as const, value: [value] }]
  return all.length === 0 ? undefined : { all }
}
