import type { Bucket, GroupValue, ListColumn, Row } from './contract.ts'
import { groupOf } from './useCells.tsx'

/** What stands on one line of a list: a row, or the heading of those under it. */
export type Line = { row: Row } | { group: string; value: GroupValue }

export function linesOf(rows: readonly Row[], column: ListColumn | undefined, by: Bucket | undefined): Line[] {
  if (!column) return rows.map((row) => ({ row }))
  let last: string | null = null
  return rows.flatMap((row): Line[] => {
    const value = row.values[column.id]
    const group = groupOf(value, by)
    if (group === last) return [{ row }]
    last = group
    const shown = by && group ? group : ((value ?? null) as GroupValue)
    return [{ group, value: shown }, { row }]
  })
}
