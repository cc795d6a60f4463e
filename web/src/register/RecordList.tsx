import { Button, Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFilterOff, IconSearchOff } from '@tabler/icons-react'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Page } from '../contract.ts'
import { useTexts } from '../texts/index.tsx'
import { Asked, Waiting } from '../ui/Asked.tsx'
import { ColumnChooser } from '../ui/ColumnChooser.tsx'
import { Empty } from '../ui/Empty.tsx'
import { ListSearch } from '../ui/ListSearch.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { type Column, RecordTable } from '../ui/RecordTable.tsx'
import type { useListWords } from '../ui/useListWords.ts'

/** A list of records: search, filters, columns, rows; cards on a phone. */
export function RecordList<Row extends { id: string }>({
  label,
  list,
  query,
  columns,
  filters,
  filtered,
  open,
  card,
  empty,
}: {
  label: string
  list: ReturnType<typeof useListWords>
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>
  columns: Column<Row>[]
  filters: ReactNode
  /** Names of the filters in the address, so that they can be cleared. */
  filtered: string[]
  open: (row: Row) => string
  card: (row: Row) => ReactNode
  empty: ReactNode
}) {
  const { ui, register } = useTexts()
  const onPhone = useMediaQuery('(max-width: 640px)')
  const { words, change } = list
  const isFiltered = ['q', ...filtered].some((name) => words[name])
  const clear = () => change(Object.fromEntries(['q', ...filtered].map((name) => [name, undefined])))

  return (
    <div className="sheet">
      <Group p="md" gap="sm" wrap="wrap">
        <ListSearch
          key={isFiltered ? 'asked' : 'all'}
          label={register.listSearch}
          value={words.q ?? ''}
          onChange={(q) => change({ q })}
        />
        {filters}
        {isFiltered && (
          <Button variant="subtle" color="gray" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={clear}>
            {ui.clearFilters}
          </Button>
        )}
        {!onPhone && (
          <Group ml="auto">
            <ColumnChooser columns={columns} visible={list.visible} onChange={list.choose} />
          </Group>
        )}
      </Group>
      <Asked query={query} waiting={<WaitingRows />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          const all = pages[0]?.count ?? null
          if (rows.length === 0) return isFiltered ? <NothingFits clear={clear} /> : empty
          return (
            <>
              {onPhone ? (
                <ul className="row-cards">
                  {rows.map((row) => (
                    <li key={row.id}>
                      <Link className="row-card" to={open(row)}>
                        {card(row)}
                      </Link>
                    </li>
                  ))}
                </ul>
              ) : (
                <RecordTable
                  label={label}
                  columns={columns}
                  rows={rows}
                  visible={list.visible}
                  all={all}
                  sort={words.sort ?? 'name'}
                  onSort={(sort) => change({ sort })}
                  open={open}
                />
              )}
              <MoreRows hasMore={query.hasNextPage} isFetching={query.isFetchingNextPage} more={query.fetchNextPage} />
              <Text size="xs" c="dimmed" px="md" py="sm" className="figures" role="status">
                {register.rowsShown(rows.length, all)}
              </Text>
            </>
          )
        }}
      </Asked>
    </div>
  )
}

function NothingFits({ clear }: { clear: () => void }) {
  const { ui, register } = useTexts()
  return (
    <Empty
      icon={<IconSearchOff size={26} />}
      title={register.nothingFits}
      action={
        <Button variant="default" onClick={clear}>
          {ui.clearFilters}
        </Button>
      }
    >
      {register.nothingFitsText}
    </Empty>
  )
}

function WaitingRows() {
  return (
    <div style={{ padding: 20 }}>
      <Waiting rows={7} />
    </div>
  )
}
