import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconListSearch, IconSearchOff } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Asked, Waiting } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import type { List, ListColumn, Row, SavedView, Wish } from './contract.ts'
import { GroupHeading } from './GroupHeading.tsx'
import { ListCards } from './ListCards.tsx'
import { ListFoot } from './ListFoot.tsx'
import { ListTable } from './ListTable.tsx'
import { ListTools } from './ListTools.tsx'
import { type Line, linesOf } from './lines.ts'
import { reportQuery, rowsQuery, viewsQuery } from './queries.ts'
import { useListTexts } from './texts.ts'
import { useChosen } from './useChosen.ts'
import { useListWish } from './useListWish.ts'
import { ViewTabs } from './ViewTabs.tsx'

const BulkEdit = lazy(async () => ({ default: (await import('./BulkEdit.tsx')).BulkEdit }))
const BulkEdits = lazy(async () => ({ default: (await import('./BulkEdits.tsx')).BulkEdits }))
const ExportList = lazy(async () => ({ default: (await import('./ExportList.tsx')).ExportList }))

/** The tools and rows of one list. */
export function ListPart({ list, empty }: { list: List; empty?: ReactNode }) {
  const views = useQuery(viewsQuery({ list: list.name, kind: 'view' }))
  if (views.isPending) return <Rows />
  return <Viewed list={list} views={views.data ?? []} empty={empty} />
}

function Viewed({ list, views, empty }: { list: List; views: SavedView[]; empty: ReactNode }) {
  const state = useListWish(list, views)
  const { wish, change } = state
  const shown = shownIn(list, wish)
  const asked: Wish = { ...wish, columns: withGroup(shown, wish) }
  const rows = useInfiniteQuery(rowsQuery(list.name, asked))
  const choosing = useChosen()
  const [open, setOpen] = useState<'export' | 'change' | 'changes' | null>(null)
  const isNarrowed = Boolean(wish.q || wish.filter)
  const columns = shown.flatMap((id) => list.columns.find((column) => column.id === id) ?? [])
  const clear = () => change({ q: undefined, filter: undefined } as Wish)

  return (
    <div className="sheet">
      <ViewTabs list={list} views={views} state={state} />
      <ListTools
        list={list}
        wish={wish}
        shown={shown}
        change={change}
        onExport={() => setOpen('export')}
        onChanges={() => setOpen('changes')}
      />
      <ChosenBar list={list} choosing={choosing} onChange={() => setOpen('change')} />
      <Asked query={rows} waiting={<Rows />}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          if (all.length === 0) return isNarrowed ? <NothingFits clear={clear} /> : (empty ?? <Nothing />)
          return (
            <>
              <Lines {...{ list, columns, rows: all, wish, change, choosing }} />
              <MoreRows hasMore={rows.hasNextPage} isFetching={rows.isFetchingNextPage} more={rows.fetchNextPage} />
              <ListFoot name={list.name} wish={wish} rows={all.length} isWhole={!rows.hasNextPage} />
            </>
          )
        }}
      </Asked>
      <Suspense>
        {open === 'export' && (
          <ExportList list={list} wish={{ ...wish, columns: shown }} onClose={() => setOpen(null)} />
        )}
        {open === 'changes' && <BulkEdits list={list} onClose={() => setOpen(null)} />}
        {open === 'change' && (
          <BulkEdit
            list={list}
            wish={wish}
            choosing={choosing}
            onClose={() => {
              setOpen(null)
              choosing.clear()
            }}
          />
        )}
      </Suspense>
    </div>
  )
}

function Lines({
  list,
  columns,
  rows,
  wish,
  change,
  choosing,
}: {
  list: List
  columns: ListColumn[]
  rows: Row[]
  wish: Wish
  change: (changed: Wish) => void
  choosing: ReturnType<typeof useChosen>
}) {
  const texts = useListTexts()
  const onPhone = useMediaQuery('(max-width: 640px)')
  const { group } = wish
  const column = group && list.columns.find(({ id }) => id === group.column)
  const summed = columns.filter(({ type, several }) => !several && (type === 'money' || type === 'number'))
  const [counting, setCounting] = useState(false)
  const counted = useQuery({
    ...reportQuery(list.name, {
      ...(wish.filter ? { filter: wish.filter } : {}),
      ...(wish.q ? { q: wish.q } : {}),
      groups: group ? [group] : [],
      measures: [{ of: 'count' }, ...summed.slice(0, 3).map(({ id }) => ({ of: 'sum' as const, column: id }))],
    }),
    enabled: counting && group !== undefined,
  })
  const heading = (line: Extract<Line, { group: string }>) =>
    column &&
    group && <GroupHeading {...{ line, column, group, summed: summed.slice(0, 3) }} counted={counted.data?.rows} />
  const lines = linesOf(rows, column, group?.by)
  return (
    <>
      {group && (
        <Button
          size="compact-xs"
          variant="subtle"
          m="xs"
          loading={counted.isFetching}
          onClick={() => setCounting(true)}
          disabled={counting && counted.isSuccess}
        >
          {texts.countGroups}
        </Button>
      )}
      {onPhone ? (
        <ListCards {...{ list, columns, lines, heading, choosing }} />
      ) : (
        <ListTable {...{ list, columns, lines, wish, change, heading, choosing }} />
      )}
    </>
  )
}

export function shownIn(list: List, { columns }: Wish): string[] {
  const [first] = list.shown
  const asked = (columns ?? list.shown).filter((id) => list.columns.some((column) => column.id === id))
  return first && !asked.includes(first) ? [first, ...asked] : asked
}

/** A heading needs the value of its column, also where the column itself is not shown. */
function withGroup(shown: string[], { group }: Wish): string[] {
  return group && !shown.includes(group.column) ? [...shown, group.column] : shown
}

function NothingFits({ clear }: { clear: () => void }) {
  const { ui } = useTexts()
  const texts = useListTexts()
  const again = (
    <Button variant="default" onClick={clear}>
      {ui.clearFilters}
    </Button>
  )
  return (
    <Empty icon={<IconSearchOff size={26} />} title={texts.nothingFits} action={again}>
      {texts.nothingFitsText}
    </Empty>
  )
}

function Nothing() {
  const texts = useListTexts()
  return (
    <Empty icon={<IconListSearch size={26} />} title={texts.nothing}>
      {texts.nothingText}
    </Empty>
  )
}

function Rows() {
  return (
    <div style={{ padding: 20 }}>
      <Waiting rows={7} />
    </div>
  )
}
