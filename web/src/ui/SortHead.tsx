import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'

/** The head of a column. `sort` is a field's name, with "-" before it when descending. */
export function SortHead({
  label,
  by,
  sort,
  onSort,
}: {
  label: string
  by?: string | undefined
  sort: string
  onSort: (sort: string) => void
}) {
  if (!by)
    return (
      <th scope="col">
        <span>{label}</span>
      </th>
    )
  const isUp = sort === by
  const isDown = sort === `-${by}`
  const Icon = isUp ? IconArrowUp : isDown ? IconArrowDown : IconArrowsSort
  return (
    <th scope="col" aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
      <button type="button" onClick={() => onSort(isUp ? `-${by}` : by)}>
        {label}
        <Icon size={14} aria-hidden opacity={isUp || isDown ? 1 : 0.35} />
      </button>
    </th>
  )
}
