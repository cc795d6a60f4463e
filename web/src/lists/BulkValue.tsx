import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '../access/queries.ts'
import { useTexts } from '../texts/index.tsx'
import type { ListColumn } from './contract.ts'
import { useListTexts } from './texts.ts'

type Value = string | number | boolean | null

/** The new value, by what the column holds; empty takes it away. */
export function BulkValue({
  column,
  value,
  onChange,
}: {
  column: ListColumn
  value: Value
  onChange: (value: Value) => void
}) {
  const texts = useListTexts()
  const { ui } = useTexts()
  const colleagues = useQuery({ ...colleaguesQuery, enabled: column.type === 'staff' })
  const { type, choices } = column
  if (type === 'choice' || type === 'staff') {
    const all =
      type === 'staff' ? (colleagues.data ?? []).map(({ id, name }) => ({ id, label: name })) : (choices ?? [])
    return (
      <Select
        label={texts.changeValue}
        placeholder={texts.changeEmpty}
        clearable
        searchable={all.length > 8}
        data={all.map(({ id, label }) => ({ value: id, label }))}
        value={typeof value === 'string' ? value : null}
        clearButtonProps={{ 'aria-label': texts.changeEmpty }}
        onChange={onChange}
      />
    )
  }
  if (type === 'boolean')
    return (
      <Checkbox
        label={`${column.label}: ${ui.yes}`}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    )
  if (type === 'number' || type === 'money') {
    const cents = type === 'money' ? 100 : 1
    return (
      <NumberInput
        label={texts.changeValue}
        placeholder={texts.changeEmpty}
        decimalSeparator=","
        value={typeof value === 'number' ? value / cents : ''}
        onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * cents * 1000) / 1000 : null)}
      />
    )
  }
  return (
    <TextInput
      label={texts.changeValue}
      placeholder={texts.changeEmpty}
      type={type === 'day' ? 'date' : 'text'}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}
