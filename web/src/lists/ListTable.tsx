import { Checkbox } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import type { List, ListColumn, Row, Wish } from './contract.ts'
import { ListHead } from './ListHead.tsx'
import type { Line } from './lines.ts'
import { useListTexts } from './texts.ts'
import { useCells } from './useCells.tsx'
import type { Choosing } from './useChosen.ts'

/** Rows of a list: only those in sight stand in the page, however many there are. */
export function ListTable({
  list,
  columns,
  lines,
  wish,
  change,
  choosing,
  heading,
}: {
  list: List
  columns: readonly ListColumn[]
  lines: readonly Line[]
  wish: Wish
  change: (changed: Wish) => void
  choosing: Choosing | null
  heading: (line: Extract<Line, { group: string }>) => ReactNode
}) {
  const texts = useListTexts()
  const navigate = useNavigate()
  const frame = useRef<HTMLElement>(null)
  const inSight = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => 45,
    overscan: 14,
    scrollMargin: frame.current?.offsetTop ?? 0,
    measureElement: (row, _, { indexFromElement, measurementsCache }) =>
      Math.max(row.getBoundingClientRect().height, measurementsCache[indexFromElement(row)]?.size ?? 0),
  })
  const items = inSight.getVirtualItems()
  const margin = inSight.options.scrollMargin
  const before = items[0] ? items[0].start - margin : 0
  const after = items.length ? inSight.getTotalSize() - ((items.at(-1)?.end ?? 0) - margin) : 0
  const wide = columns.length + (choosing ? 1 : 0)
  const rows = lines.flatMap((line) => ('row' in line ? [line.row] : []))

  return (
    <Scrolling label={list.title} ref={frame}>
      <table className="records list-table" aria-rowcount={-1}>
        <thead>
          <tr>
            {choosing && (
              <th scope="col" className="list-choose">
                <Checkbox
                  size="xs"
                  aria-label={texts.chooseAll}
                  checked={choosing.all || (rows.length > 0 && rows.every(({ id }) => choosing.ids.has(id)))}
                  indeterminate={
                    !choosing.all &&
                    rows.some(({ id }) => choosing.ids.has(id)) &&
                    !rows.every(({ id }) => choosing.ids.has(id))
                  }
                  onChange={(event) =>
                    choosing.chooseShown(event.currentTarget.checked ? rows.map(({ id }) => id) : [])
                  }
                />
              </th>
            )}
            {columns.map((column) => (
              <ListHead key={column.id} {...{ list, column, wish, change }} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={before} columns={wide} />
          {items.map(({ index }) => {
            const line = lines[index]
            if (!line) return null
            if ('group' in line)
              return (
                <tr key={`group ${line.group}`} ref={inSight.measureElement} data-index={index} className="list-group">
                  <th scope="rowgroup" colSpan={wide}>
                    {heading(line)}
                  </th>
                </tr>
              )
            return (
              <tr
                key={line.row.id}
                ref={inSight.measureElement}
                data-index={index}
                className="opens"
                onClick={(event) => {
                  if (!(event.target as Element).closest('a, button, input, label'))
                    navigate({ to: pathOf(list, line.row) })
                }}
              >
                {choosing && (
                  <td className="list-choose">
                    <ChooseRow row={line.row} columns={columns} choosing={choosing} />
                  </td>
                )}
                {columns.map((column, at) => (
                  <td key={column.id} className={classOf(column, at)} style={widthOf(wish, column)}>
                    <Cell list={list} row={line.row} column={column} isName={at === 0} />
                  </td>
                ))}
              </tr>
            )
          })}
          <Gap height={after} columns={wide} />
        </tbody>
      </table>
    </Scrolling>
  )
}

export function pathOf({ opens }: List, { id }: Row) {
  return opens.replace('$id', id)
}

function widthOf({ widths }: Wish, { id }: ListColumn): CSSProperties | undefined {
  const width = widths?.[id]
  return width ? { maxWidth: width, width, minWidth: width } : undefined
}

function classOf(column: ListColumn, at: number) {
  if (isFigure(column)) return 'list-figure'
  return at === 0 ? 'list-name' : column.type === 'company' ? 'list-company' : undefined
}

export function isFigure({ type }: ListColumn) {
  return type === 'number' || type === 'money'
}

function Cell({ list, row, column, isName }: { list: List; row: Row; column: ListColumn; isName: boolean }) {
  const { cell, said } = useCells()
  const { ui } = useTexts()
  const texts = useListTexts()
  const value = row.values[column.id]
  if (!isName) return cell(column, value)
  return (
    <Link className="row-link" to={pathOf(list, row)}>
      {said(column, value) || (column.id === 'number' ? texts.noNumber : ui.unknown)}
    </Link>
  )
}

export function ChooseRow({
  row,
  columns,
  choosing,
}: {
  row: Row
  columns: readonly ListColumn[]
  choosing: Choosing
}) {
  const texts = useListTexts()
  const { said } = useCells()
  const [name] = columns
  return (
    <Checkbox
      size="xs"
      aria-label={texts.chooseRow(name ? said(name, row.values[name.id]) : '')}
      checked={choosing.all || choosing.ids.has(row.id)}
      onChange={(event) => choosing.choose(row.id, event.currentTarget.checked)}
    />
  )
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null
}
