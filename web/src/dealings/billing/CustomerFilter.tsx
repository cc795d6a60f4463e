import { Button, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { RecordFinder } from '../../register/RecordFinder.tsx'
import { useBillingTexts } from './texts.ts'

export interface Customer {
  company?: string
  person?: string
  name: string
}

/** Whose billing is looked at: everybody's, until a customer is found by a part of the name. */
export function CustomerFilter({
  value,
  onChange,
}: {
  value: Customer | null
  onChange: (customer: Customer | null) => void
}) {
  const said = useBillingTexts()
  if (value)
    return (
      <Button
        variant="light"
        size="sm"
        maw="100%"
        rightSection={<IconX size={15} aria-hidden />}
        aria-label={said.everybody(value.name)}
        onClick={() => onChange(null)}
      >
        <Text span truncate size="sm" fw={600}>
          {value.name}
        </Text>
      </Button>
    )
  return (
    <RecordFinder
      label={said.customer}
      placeholder={said.customer}
      onChoose={({ kind, id, title }) =>
        onChange({ ...(kind === 'company' ? { company: id } : { person: id }), name: title ?? '' })
      }
    />
  )
}
