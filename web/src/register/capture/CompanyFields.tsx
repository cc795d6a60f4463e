import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useCaptureTexts } from './texts.ts'
import type { Typed } from './typed.ts'

export interface FieldsProps {
  typed: Typed
  type: (part: Partial<Typed>) => void
  wrong: (...fields: string[]) => string | undefined
}

export function CompanyFields({ typed, type, wrong }: FieldsProps) {
  const said = useCaptureTexts()
  if (typed.company)
    return (
      <Group justify="space-between">
        <Text size="sm">{said.usedCompany(typed.company.name)}</Text>
        <Button size="compact-sm" variant="subtle" onClick={() => type({ company: null })}>
          {said.newCompany}
        </Button>
      </Group>
    )
  return (
    <Stack gap="sm">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label={said.companyName}
          description={typed.guessed ? said.guessed : undefined}
          miw={200}
          maxLength={300}
          value={typed.companyName}
          error={wrong('org.name', 'org.phone', 'org.email')}
          onChange={(event) => type({ companyName: event.currentTarget.value, guessed: false })}
        />
        <TextInput
          label={said.businessId}
          description={typed.guessed ? ' ' : undefined}
          miw={130}
          value={typed.businessId}
          error={wrong('org.businessId')}
          onChange={(event) => type({ businessId: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label={said.street}
        value={typed.street}
        error={wrong('org.addresses')}
        onChange={(event) => type({ street: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={said.postcode}
          value={typed.postcode}
          onChange={(event) => type({ postcode: event.currentTarget.value })}
        />
        <TextInput
          label={said.city}
          value={typed.city}
          onChange={(event) => type({ city: event.currentTarget.value })}
        />
      </Group>
    </Stack>
  )
}
