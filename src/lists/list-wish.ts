/** What a reader asks of a list. Also what a saved view keeps. */
export interface ListWish {
  /** Ids of columns, in their order; by default the definition's own. */
  columns?: readonly string[]
  filter?: Filter
  /** Ids of columns, with `-` before one that descends; the first weighs most. */
  sort?: readonly string[]
  /** Rows of one group stand together; days and instants by `by`. */
  group?: Grouping
  /** Words of the search field. */
  q?: string
}

export interface PageWish extends ListWish {
  limit?: number
  after?: string
  /** How many fit: counted up to 10 000 unless the exact number is asked. */
  count?: 'capped' | 'exact'
}

export interface Grouping {
  column: string
  by?: Bucket
}

export type Bucket = (typeof buckets)[number]
export const buckets = ['day', 'month', 'quarter', 'year'] as const

export type Filter = { all: readonly Filter[] } | { any: readonly Filter[] } | Leaf

export interface Leaf {
  column: string
  is: Operator
  /** By the operator: nothing, one value, or a list; `between` takes two. */
  value?: FilterValue | readonly FilterValue[]
}

export type FilterValue = string | number | boolean | null

export const operators = [
  'is',
  'is-not',
  'contains',
  'contains-not',
  'starts',
  'at-least',
  'at-most',
  'between',
  'before',
  'after',
  'last-days',
  'next-days',
  'this-month',
  'this-year',
  'empty',
  'filled',
] as const
export type Operator = (typeof operators)[number]

export const most = {
  columns: 100,
  sorts: 5,
  leaves: 60,
  depth: 5,
  page: 200,
  counted: 10_000,
  text: 500,
  ids: 200,
  found: 5000,
  seconds: 15,
}
