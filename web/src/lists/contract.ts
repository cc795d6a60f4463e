import type { Tone } from '../ui/StateBadge.tsx'

export type ColumnType =
  | 'text'
  | 'number'
  | 'money'
  | 'day'
  | 'instant'
  | 'choice'
  | 'boolean'
  | 'person'
  | 'company'
  | 'staff'

export interface ListColumn {
  id: string
  type: ColumnType
  label: string
  field: string | null
  several: boolean
  choices?: { id: string; label: string; tone?: Tone }[]
  operators: Operator[]
  sortable: boolean
  groupable: boolean
  /** Its values name companies or people. */
  names?: boolean
  opens?: string
  edit?: { source: boolean }
}

/** A list as this duty sees it. */
export interface List {
  name: string
  title: string
  /** `/quotes/$id` */
  opens: string
  search: boolean
  isAboutPeople: boolean
  mayExport: boolean
  /** The purpose in the statement's own words. */
  reason: string
  quick: string[]
  shown: string[]
  sort: string | null
  columns: ListColumn[]
}

export type Operator =
  | 'is'
  | 'is-not'
  | 'contains'
  | 'contains-not'
  | 'starts'
  | 'at-least'
  | 'at-most'
  | 'between'
  | 'before'
  | 'after'
  | 'last-days'
  | 'next-days'
  | 'this-month'
  | 'this-year'
  | 'empty'
  | 'filled'

export type One = string | number | boolean | null
export interface Leaf {
  column: string
  is: Operator
  value?: One | One[]
}
export interface Tree {
  all?: Filter[]
  any?: Filter[]
}
export type Filter = Leaf | Tree

export type Bucket = 'day' | 'month' | 'quarter' | 'year'
export interface Grouping {
  column: string
  by?: Bucket
}

/** What the reader asks of a list; a saved view keeps the same. */
export interface Wish {
  columns?: string[]
  filter?: Filter
  sort?: string[]
  group?: Grouping
  widths?: Record<string, number>
  q?: string
}

export interface Row {
  id: string
  values: Record<string, unknown>
}

export interface Named {
  id: string
  name: string | null
}

export interface RowsPage {
  items: Row[]
  next: string | null
}

export interface Count {
  rows: number
  more: boolean
}

export interface Measure {
  of: 'count' | 'sum' | 'average' | 'least' | 'most'
  column?: string
}

export interface ReportWish {
  filter?: Filter
  q?: string
  groups: Grouping[]
  measures: Measure[]
  order?: 'group' | 'greatest'
}

export type GroupValue = string | number | boolean | Named | null
export interface ReportRow {
  groups: GroupValue[]
  measures: (number | null)[]
}
export interface Report {
  rows: ReportRow[]
  more: boolean
}

export interface SavedView<Kept = Wish> {
  id: string
  list: string
  kind: 'view' | 'report'
  name: string
  wish: Kept
  shared: 'own' | 'duty' | 'everyone'
  isMine: boolean
  ownerName: string | null
  revision: number
  places: ('first' | 'tab' | 'dashboard')[]
}

export interface BulkPreview {
  rows: number
  same: number
  changes: number
  refused: number
  tried: number
  reasons: { code: string; rows: number; said?: string }[]
  sample: {
    id: string
    name: string | null
    before: unknown
    outcome: 'changes' | 'same' | 'refused'
    code: string | null
    said?: string
  }[]
}

export interface BulkDone {
  id: string
  state: 'running' | 'done' | 'undoing' | 'undone'
  counts: Record<string, number>
  reasons: { code: string; rows: number; said?: string }[]
  undoUntil: string
}
