import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { List, ListColumn, Wish } from './contract.ts'
import { useListTexts } from './texts.ts'

const least = 80
const most = 720

/** The head of a column: a press sorts, with Shift as well as what was sorted by before; its edge sets the width. */
export function ListHead({
  list,
  column,
  wish,
  change,
}: {
  list: List
  column: ListColumn
  wish: Wish
  change: (changed: Wish) => void
}) {
  const texts = useListTexts()
  const { id, label, sortable } = column
  const sort = wish.sort ?? (list.sort ? [list.sort] : [])
  const at = sort.findIndex((one) => one.replace(/^-/, '') === id)
  const way = at < 0 ? 'none' : sort[at]?.startsWith('-') ? 'descending' : 'ascending'
  const Icon = way === 'ascending' ? IconArrowUp : way === 'descending' ? IconArrowDown : IconArrowsSort
  const press = (more: boolean) => {
    const next = way === 'ascending' ? `-${id}` : id
    if (!more) return change({ sort: [next] })
    return change({ sort: [...sort.filter((_, nth) => nth !== at), next].slice(-5) })
  }
  const isFigure = column.type === 'number' || column.type === 'money'
  return (
    <th
      scope="col"
      aria-sort={sortable ? way : undefined}
      className={isFigure ? 'list-figure' : undefined}
      style={wish.widths?.[id] ? { width: wish.widths[id] } : undefined}
    >
      {sortable ? (
        <button type="button" title={texts.sortMore} onClick={(event) => press(event.shiftKey)}>
          {label}
          <Icon size={14} aria-hidden opacity={way === 'none' ? 0.35 : 1} />
          {at >= 0 && sort.length > 1 && <span aria-hidden>{at + 1}</span>}
        </button>
      ) : (
        <span>{label}</span>
      )}
      <Edge
        label={texts.width(label)}
        width={wish.widths?.[id]}
        onChange={(width) => change({ widths: { ...wish.widths, [id]: width } })}
      />
    </th>
  )
}

/** The edge that is dragged, or moved with the arrow keys. */
function Edge({
  label,
  width,
  onChange,
}: {
  label: string
  width: number | undefined
  onChange: (width: number) => void
}) {
  const start = useRef<{ x: number; width: number } | null>(null)
  const wide = (element: Element) => width ?? Math.round(element.parentElement?.getBoundingClientRect().width ?? 160)
  const within = (asked: number) => Math.max(least, Math.min(most, Math.round(asked)))
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (start.current) onChange(within(start.current.width + event.clientX - start.current.x))
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 16 : event.key === 'ArrowLeft' ? -16 : 0
    if (by === 0) return
    event.preventDefault()
    onChange(within(wide(event.currentTarget) + by))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that takes the focus and has a value is a widget; <hr> is not.
    <span
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width ?? 160}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className="list-edge"
      onKeyDown={press}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width: wide(event.currentTarget) }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = null
      }}
    />
  )
}
