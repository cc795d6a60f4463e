import { Button, Select, Stack } from '@mantine/core'
import { IconFilterOff, IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { BinRows } from './BinRows.tsx'
import type { BinFilter, BinPage } from './contract.ts'
import { queryOfBin } from './query-of-bin.ts'
import { useBinTexts } from './texts.ts'
import { useBinDeeds } from './useBinDeeds.tsx'
import './bin.css'

/** What staff has deleted in the last fourteen days, and the ways back. */
export function BinScreen() {
  const said = useBinTexts()
  const [filter, setFilter] = useState<BinFilter>({})
  const bin = useInfiniteQuery(queryOfBin(filter))
  const { empty } = useBinDeeds()
  const first = bin.data?.pages[0]
  const items = bin.data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = Object.values(filter).some(Boolean)
  const isMine = items.some(({ mayDestroy }) => mayDestroy)
  return (
    <Stack gap={0} maw={1080}>
      <PageHead
        title={said.title}
        under={said.under(first?.days ?? 14)}
        actions={
          isMine && (
            <WriteButton
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => empty({ all: true })}
            >
              {said.empty}
            </WriteButton>
          )
        }
      />
      {first && (items.length > 0 || isFiltered) && <Filters page={first} filter={filter} change={setFilter} />}
      <Asked query={bin}>
        {() =>
          items.length === 0 ? (
            <div className="sheet">
              {isFiltered ? (
                <Empty
                  icon={<IconFilterOff size={26} />}
                  title={said.noneFound}
                  action={
                    <Button variant="default" size="xs" mt="xs" onClick={() => setFilter({})}>
                      {said.clear}
                    </Button>
                  }
                />
              ) : (
                <Empty icon={<IconTrash size={26} />} title={said.nothing}>
                  {said.nothingText}
                </Empty>
              )}
            </div>
          ) : (
            <>
              <BinRows key={JSON.stringify(filter)} items={items} />
              <MoreRows
                hasMore={bin.hasNextPage}
                isFetching={bin.isFetchingNextPage}
                more={() => void bin.fetchNextPage()}
              />
            </>
          )
        }
      </Asked>
    </Stack>
  )
}

function Filters({
  page: { kinds, deleters, me },
  filter,
  change,
}: {
  page: BinPage
  filter: BinFilter
  change: (filter: BinFilter) => void
}) {
  const said = useBinTexts()
  const all = { value: '', label: '' }
  const others = deleters.filter(({ id }) => id !== me)
  return (
    <div className="bin-filters">
      <Select
        label={said.kind}
        allowDeselect={false}
        value={filter.kinds ?? ''}
        data={[
          { ...all, label: said.every },
          ...kinds.map((kind) => ({ value: kind, label: said.kinds[kind] ?? kind })),
        ]}
        onChange={(kind) => change({ ...filter, kinds: kind || undefined })}
      />
      <Select
        label={said.who}
        allowDeselect={false}
        value={filter.by ?? ''}
        data={[
          { ...all, label: said.everyone },
          { value: me, label: said.mine },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(by) => change({ ...filter, by: by || undefined })}
      />
      <Select
        label={said.when}
        allowDeselect={false}
        value={filter.days ?? ''}
        data={[
          { ...all, label: said.whenever },
          { value: '1', label: said.lastDay },
          ...[3, 7].map((n) => ({ value: String(n), label: said.lastDays(n) })),
        ]}
        onChange={(days) => change({ ...filter, days: days || undefined })}
      />
    </div>
  )
}
