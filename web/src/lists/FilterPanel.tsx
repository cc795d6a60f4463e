import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { IconFolderPlus, IconPlus, IconX } from '@tabler/icons-react'
import type { Filter, Leaf, List, Tree } from './contract.ts'
import { FilterRow } from './FilterRow.tsx'
import { firstLeaf } from './filter-tree.ts'
import { useListTexts } from './texts.ts'

/** The conditions of a list: all of them hold, or any; one more level of groups may stand inside. */
export function FilterPanel({
  list,
  filter,
  onChange,
  inner = false,
}: {
  list: List
  filter: Tree
  onChange: (filter: Tree) => void
  inner?: boolean
}) {
  const texts = useListTexts()
  const way = filter.any ? 'any' : 'all'
  const parts = filter.any ?? filter.all ?? []
  const set = (next: Filter[], as: 'all' | 'any' = way) => onChange(as === 'any' ? { any: next } : { all: next })
  const put = (at: number, part: Filter) => set(parts.map((one, nth) => (nth === at ? part : one)))
  const drop = (at: number) => set(parts.filter((_, nth) => nth !== at))

  return (
    <Stack gap="sm" role="group" aria-label={texts.filterTitle} className={inner ? 'filter-inner' : undefined}>
      {parts.length > 1 && (
        <SegmentedControl
          size="xs"
          value={way}
          onChange={(as) => set(parts, as as 'all' | 'any')}
          data={[
            { value: 'all', label: texts.matchAll },
            { value: 'any', label: texts.matchAny },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
      )}
      {parts.map((part, at) =>
        'column' in part ? (
          <FilterRow
            key={`${at} ${(part as Leaf).column}`}
            list={list}
            leaf={part as Leaf}
            onChange={(leaf) => put(at, leaf)}
            onRemove={() => drop(at)}
          />
        ) : (
          <Group key={at} gap="xs" align="flex-start" wrap="nowrap">
            <FilterPanel list={list} filter={part} onChange={(tree) => put(at, tree)} inner />
            <Button variant="subtle" color="gray" size="xs" aria-label={texts.removeGroup} onClick={() => drop(at)}>
              <IconX size={15} aria-hidden />
            </Button>
          </Group>
        ),
      )}
      <Group gap="xs">
        <Button
          variant="light"
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => set([...parts, firstLeaf(list)])}
        >
          {texts.addFilter}
        </Button>
        {!inner && parts.length > 0 && (
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconFolderPlus size={15} aria-hidden />}
            onClick={() => set([...parts, { any: [firstLeaf(list)] }])}
          >
            {texts.addGroup}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
