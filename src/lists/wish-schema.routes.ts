import { type Static, Type } from 'typebox'
import { buckets, type Filter, most, operators } from './list-wish.ts'
import { aggregates } from './report-rows.view.ts'

// No text of PostgreSQL holds it.
const noNul = '^[^\\u0000]*$'

const closed = { additionalProperties: false } as const
const one = <T extends string>(words: readonly T[]) => Type.Union(words.map((word) => Type.Literal(word)))
const Column = Type.String({ maxLength: 80 })
const Value = Type.Union([Type.String({ maxLength: most.text }), Type.Number(), Type.Boolean(), Type.Null()])
const Leaf = Type.Object(
  {
    column: Column,
    is: one(operators),
    value: Type.Optional(Type.Union([Value, Type.Array(Value, { maxItems: most.ids })])),
  },
  closed,
)

// A tree five deep: written out, because the schemas of the API reference nothing that refers to itself.
const tree = (deep: number): ReturnType<typeof Type.Unsafe<Filter>> => {
  const part = deep === 0 ? Leaf : Type.Union([Leaf, tree(deep - 1)])
  const parts = Type.Array(part, { maxItems: most.leaves })
  return Type.Unsafe<Filter>(
    Type.Union([Leaf, Type.Object({ all: parts }, closed), Type.Object({ any: parts }, closed)]),
  )
}

export const FilterSchema = tree(most.depth - 1)
export const GroupingSchema = Type.Object({ column: Column, by: Type.Optional(one(buckets)) }, closed)

export const wishParts = {
  columns: Type.Optional(Type.Array(Column, { maxItems: most.columns })),
  filter: Type.Optional(FilterSchema),
  sort: Type.Optional(Type.Array(Column, { maxItems: most.sorts })),
  group: Type.Optional(GroupingSchema),
  q: Type.Optional(Type.String({ maxLength: 200, pattern: noNul })),
}

const widths = Type.Record(Column, Type.Integer({ minimum: 60, maximum: 900 }))
export const WishSchema = Type.Object({ ...wishParts, widths: Type.Optional(widths) }, closed)
export const PageSchema = Type.Object(
  {
    ...wishParts,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: most.page })),
    after: Type.Optional(Type.String({ maxLength: 40 })),
    count: Type.Optional(one(['capped', 'exact'] as const)),
  },
  closed,
)
export const ReportSchema = Type.Object(
  {
    filter: Type.Optional(FilterSchema),
    q: Type.Optional(Type.String({ maxLength: 200, pattern: noNul })),
    groups: Type.Array(GroupingSchema, { maxItems: 2 }),
    measures: Type.Array(Type.Object({ of: one(aggregates), column: Type.Optional(Column) }, closed), {
      minItems: 1,
      maxItems: 4,
    }),
    order: Type.Optional(one(['group', 'greatest'] as const)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    chart: Type.Optional(one(['bar', 'line', 'none'] as const)),
  },
  closed,
)
export type ReportSaid = Static<typeof ReportSchema>
const shared = one(['own', 'duty', 'everyone'] as const)
const name = Type.String({ maxLength: 80 })
export const SavedSchema = Type.Union([
  Type.Object({ kind: Type.Literal('view'), name, shared, wish: WishSchema }, closed),
  Type.Object({ kind: Type.Literal('report'), name, shared, wish: ReportSchema }, closed),
])
