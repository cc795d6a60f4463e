import { Group, MultiSelect, NumberInput, Select, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { colleaguesQuery, colleaguesWhoLeftQuery } from '../access/queries.ts'
import { RecordFinder } from '../register/RecordFinder.tsx'
import { useTexts } from '../texts/index.tsx'
import type { Leaf, ListColumn, One } from './contract.ts'
import { useListTexts } from './texts.ts'

interface Asked {
  column: ListColumn
  leaf: Leaf
  onChange: (value: One | One[]) => void
}

/** The value of a condition, by what the column holds and what is asked of it. */
export function FilterValue({ column, leaf, onChange }: Asked) {
  const { type } = column
  if (['empty', 'filled', 'this-month', 'this-year'].includes(leaf.is)) return null
  if (leaf.is === 'last-days' || leaf.is === 'next-days') return <Days {...{ column, leaf, onChange }} />
  if (type === 'choice' || type === 'staff') return <Several {...{ column, leaf, onChange }} />
  if (type === 'boolean') return <YesNo {...{ column, leaf, onChange }} />
  if (type === 'day' || type === 'instant') return <Typed kind="date" {...{ column, leaf, onChange }} />
  if (type === 'number' || type === 'money') return <Typed kind="number" {...{ column, leaf, onChange }} />
  if ((type === 'person' || type === 'company') && leaf.is.startsWith('is'))
    return <Party {...{ column, leaf, onChange }} />
  return <Typed kind="text" {...{ column, leaf, onChange }} />
}

function Days({ column, leaf, onChange }: Asked) {
  const texts = useListTexts()
  return (
    <NumberInput
      aria-label={`${column.label}: ${texts.value}`}
      min={1}
      max={3660}
      allowDecimal={false}
      suffix={` ${texts.days}`}
      value={typeof leaf.value === 'number' ? leaf.value : 30}
      onChange={(value) => typeof value === 'number' && onChange(value)}
      w={140}
    />
  )
}

function Several({ column, leaf, onChange }: Asked) {
  const texts = useListTexts()
  const colleagues = useQuery({ ...colleaguesQuery, enabled: column.type === 'staff' })
  const left = useQuery({ ...colleaguesWhoLeftQuery, enabled: column.type === 'staff' })
  const choices =
    column.type === 'staff'
      ? [
          { id: 'me', label: texts.me },
          ...[...(colleagues.data ?? []), ...(left.data ?? [])].map(({ id, name }) => ({ id, label: name })),
        ]
      : (column.choices ?? [])
  return (
    <MultiSelect
      aria-label={`${column.label}: ${texts.value}`}
      placeholder={Array.isArray(leaf.value) && leaf.value.length > 0 ? undefined : texts.value}
      data={choices.map(({ id, label }) => ({ value: id, label }))}
      value={(Array.isArray(leaf.value) ? leaf.value : leaf.value ? [leaf.value] : []).map(String)}
      onChange={onChange}
      searchable={choices.length > 8}
      className="filter-value"
    />
  )
}

function YesNo({ column, leaf, onChange }: Asked) {
  const { ui } = useTexts()
  return (
    <Select
      aria-label={column.label}
      allowDeselect={false}
      data={[
        { value: 'true', label: ui.yes },
        { value: 'false', label: ui.no },
      ]}
      value={String(leaf.value === true)}
      onChange={(value) => onChange(value === 'true')}
      w={110}
    />
  )
}

function Party({ column, leaf, onChange }: Asked) {
  const texts = useListTexts()
  const [named, setNamed] = useState<string | null>(null)
  const chosen = Array.isArray(leaf.value) ? leaf.value[0] : leaf.value
  if (chosen)
    return (
      <Text size="sm" fw={600}>
        {named ?? '…'}
      </Text>
    )
  return (
    <RecordFinder
      label={`${column.label}: ${texts.value}`}
      kinds={[column.type]}
      onChoose={({ id, title }) => {
        setNamed(title)
        onChange(id)
      }}
    />
  )
}

/** Something typed, or two where a range is asked; asked of the server when the typing pauses. */
function Typed({ column, leaf, onChange, kind }: Asked & { kind: 'text' | 'date' | 'number' }) {
  const texts = useListTexts()
  const isRange = leaf.is === 'between'
  const values = isRange && Array.isArray(leaf.value) ? leaf.value : [leaf.value ?? null]
  const [typed, setTyped] = useState<One[]>(values as One[])
  const later = useDebouncedCallback((all: One[]) => onChange(isRange ? all : (all[0] ?? null)), 300)
  const type = (at: number, value: One) => {
    const next = (isRange ? [typed[0] ?? null, typed[1] ?? null] : [typed[0] ?? null]).map((one, nth) =>
      nth === at ? value : one,
    )
    setTyped(next)
    later(next)
  }
  const cents = column.type === 'money' ? 100 : 1
  return (
    <Group gap={6} wrap="nowrap" className="filter-value">
      {(isRange ? [texts.from, texts.to] : [texts.value]).map((label, at) =>
        kind === 'number' ? (
          <NumberInput
            key={label}
            aria-label={`${column.label}: ${label}`}
            decimalSeparator=","
            value={typeof typed[at] === 'number' ? (typed[at] as number) / cents : ''}
            suffix={cents === 100 ? ' €' : undefined}
            onChange={(value) =>
              type(at, typeof value === 'number' ? Math.round(value * cents * 10_000) / 10_000 : null)
            }
          />
        ) : (
          <TextInput
            key={label}
            type={kind}
            aria-label={`${column.label}: ${label}`}
            value={String(typed[at] ?? '')}
            onChange={(event) => type(at, event.currentTarget.value || null)}
          />
        ),
      )}
    </Group>
  )
}
