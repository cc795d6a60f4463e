import { ActionIcon, Group, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Leaf, List, Operator } from './contract.ts'
import { FilterValue } from './FilterValue.tsx'
import { leafFor, withOperator } from './filter-tree.ts'
import { useListTexts } from './texts.ts'

/** One condition: a column, what is asked of it, and the value. */
export function FilterRow({
  list,
  leaf,
  onChange,
  onRemove,
}: {
  list: List
  leaf: Leaf
  onChange: (leaf: Leaf) => void
  onRemove: () => void
}) {
  const texts = useListTexts()
  const column = list.columns.find(({ id }) => id === leaf.column)
  const choosable = list.columns.filter(({ operators }) => operators.length > 0)
  if (!column) return null
  return (
    <Group gap="xs" className="filter-row">
      <Select
        aria-label={texts.column}
        searchable
        allowDeselect={false}
        data={choosable.map(({ id, label }) => ({ value: id, label }))}
        value={leaf.column}
        onChange={(id) => {
          const next = list.columns.find((one) => one.id === id)
          if (next && next.id !== leaf.column) onChange(leafFor(next))
        }}
      />
      <Select
        aria-label={`${column.label}: ${texts.operator}`}
        allowDeselect={false}
        data={column.operators.map((is) => ({ value: is, label: texts.operators[is] }))}
        value={leaf.is}
        onChange={(is) => is && onChange(withOperator(column, leaf, is as Operator))}
      />
      <FilterValue key={leaf.is} column={column} leaf={leaf} onChange={(value) => onChange({ ...leaf, value })} />
      <ActionIcon variant="subtle" color="gray" aria-label={texts.removeFilter(column.label)} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
