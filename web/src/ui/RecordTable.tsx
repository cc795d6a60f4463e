import { useNavigate } from '@tanstack/react-router'
import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useRef } from 'react'
import { Scrolling } from './Scrolling.tsx'
import { SortHead } from './SortHead.tsx'

export interface Column<Row> {
  id: string
  label: string
  sort?: string
  cell: (row: Row) => ReactNode
  /** Stays when the reader chooses columns. */
  fixed?: boolean
  /** Shown before the reader has chosen. */
  shown?: boolean
}

const features = tableFeatures({ columnVisibilityFeature })

/** Rows of records: sortable heads, chosen columns, only the rows in sight in the page. */
export function RecordTable<Row extends { id: string }>({
  label,
  columns,
  rows,
  visible,
  sort,
  onSort,
  open,
  all,
}: {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  visible: readonly string[]
  sort: string
  onSort: (sort: string) => void
  open: (row: Row) => string
  all: number | null
}) {
  const navigate = useNavigate()
  const frame = useRef<HTMLElement>(null)
  const defined = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>()
    return columns.map((column) =>
      helper.display({ id: column.id, header: column.label, cell: ({ row }) => column.cell(row.original) }),
    )
  }, [columns])
  const columnVisibility = Object.fromEntries(columns.map(({ id }) => [id, visible.includes(id)]))
  const table = useTable({
    features,
    columns: defined,
    data: rows,
    getRowId: (row: Row) => row.id,
    state: { columnVisibility },
  })
  const modelled = table.getRowModel().rows
  const inSight = useWindowVirtualizer({
    count: modelled.length,
    estimateSize: () => 45,
    overscan: 12,
    scrollMargin: frame.current?.offsetTop ?? 0,
  })
  const items = inSight.getVirtualItems()
  const before = (items[0]?.start ?? 0) - (items[0] ? inSight.options.scrollMargin : 0)
  const after = items.length ? inSight.getTotalSize() - ((items.at(-1)?.end ?? 0) - inSight.options.scrollMargin) : 0

  return (
    <Scrolling label={label} ref={frame}>
      <table className="records" aria-rowcount={all ?? -1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const column = columns.find(({ id }) => id === header.column.id)
                return (
                  column && (
                    <SortHead key={header.id} label={column.label} by={column.sort} sort={sort} onSort={onSort} />
                  )
                )
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          <Gap height={before} columns={visible.length} />
          {items.map(({ index }) => {
            const row = modelled[index]
            if (!row) return null
            return (
              <tr
                key={row.id}
                ref={inSight.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className="opens"
                onClick={(event) => {
                  if (!(event.target as Element).closest('a, button')) navigate({ to: open(row.original) })
                }}
              >
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            )
          })}
          <Gap height={after} columns={visible.length} />
        </tbody>
      </table>
    </Scrolling>
  )
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null
}
