import { Button, Group, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFileExport, IconFilter, IconFilterOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { colleaguesQuery } from '../access/queries.ts'
import { useTexts } from '../texts/index.tsx'
import { ListSearch } from '../ui/ListSearch.tsx'
import { leavesOf } from './address.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import type { List, ListColumn, Tree, Wish } from './contract.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { firstLeaf, quickValue, treeOf, wholeOf, withQuick } from './filter-tree.ts'
import { GroupMenu } from './GroupMenu.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { useListTexts } from './texts.ts'

/** Search, quick filters, the filter builder, grouping and columns. */
export function ListTools({
  list,
  wish,
  shown,
  change,
  onExport,
  onChanges,
}: {
  list: List
  wish: Wish
  shown: string[]
  change: (changed: Wish) => void
  onExport: () => void
  onChanges: () => void
}) {
  const { ui } = useTexts()
  const texts = useListTexts()
  const onPhone = useMediaQuery('(max-width: 640px)')
  const [draft, setDraft] = useState<Tree | null>(null)
  const leaves = leavesOf(wish.filter).length
  const isNarrowed = Boolean(wish.q || wish.filter)
  const edit = (tree: Tree) => {
    setDraft(tree)
    const filter = wholeOf(tree)
    if (JSON.stringify(filter) !== JSON.stringify(wish.filter)) change({ filter } as Wish)
  }
  const clear = () => {
    setDraft(draft && { all: [] })
    change({ q: undefined, filter: undefined } as Wish)
  }
  const quick = list.quick.flatMap((id) => list.columns.find((column) => column.id === id) ?? [])
  return (
    <>
      <Group p="md" gap="sm" wrap="wrap">
        {list.search && (
          <ListSearch
            key={wish.q ? 'asked' : 'all'}
            label={texts.search}
            value={wish.q ?? ''}
            onChange={(q) => change({ q } as Wish)}
          />
        )}
        {!onPhone &&
          quick.map((column) => (
            <Quick
              key={column.id}
              column={column}
              value={quickValue(wish.filter, column.id)}
              onChange={(value) => {
                setDraft(null)
                change({ filter: withQuick(wish.filter, column.id, value) } as Wish)
              }}
            />
          ))}
        <Button
          variant={leaves > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={17} aria-hidden />}
          aria-expanded={draft !== null}
          onClick={() => {
            const tree = treeOf(wish.filter)
            const isEmpty = (tree.any ?? tree.all ?? []).length === 0
            setDraft(draft ? null : isEmpty ? { all: [firstLeaf(list)] } : tree)
          }}
        >
          {leaves > 0 ? texts.filters(leaves) : texts.filter}
        </Button>
        {isNarrowed && (
          <Button variant="subtle" color="gray" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={clear}>
            {ui.clearFilters}
          </Button>
        )}
        <Group ml={onPhone ? 0 : 'auto'} gap="xs" wrap="nowrap">
          <GroupMenu list={list} group={wish.group} onChange={(group) => change({ group } as Wish)} />
          {!onPhone && <ColumnsMenu list={list} shown={shown} onChange={(columns) => change({ columns })} />}
          {!onPhone && list.mayExport && (
            <Button
              variant="default"
              className="list-tool"
              title={texts.export}
              leftSection={<IconFileExport size={17} aria-hidden />}
              onClick={onExport}
            >
              {texts.export}
            </Button>
          )}
          <MoreMenu
            list={list}
            wish={wish}
            onChanges={onChanges}
            onExport={onPhone && list.mayExport ? onExport : null}
          />
        </Group>
      </Group>
      {draft && (
        <div className="filter-panel">
          <FilterPanel list={list} filter={draft} onChange={edit} />
        </div>
      )}
    </>
  )
}

function Quick({
  column,
  value,
  onChange,
}: {
  column: ListColumn
  value: string | null
  onChange: (value: string | null) => void
}) {
  const texts = useListTexts()
  const colleagues = useQuery({ ...colleaguesQuery, enabled: column.type === 'staff' })
  const choices =
    column.type === 'staff'
      ? [{ id: 'me', label: texts.me }, ...(colleagues.data ?? []).map(({ id, name }) => ({ id, label: name }))]
      : (column.choices ?? [])
  return (
    <Select
      aria-label={column.label}
      placeholder={column.label}
      data={choices.map(({ id, label }) => ({ value: id, label }))}
      value={value}
      clearable
      flex="1 1 112px"
      maw={172}
      title={column.label}
      styles={{ input: { textOverflow: 'ellipsis' } }}
      comboboxProps={{ width: 240, position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': `${column.label}: ×` }}
      onChange={onChange}
      searchable={choices.length > 8}
    />
  )
}
