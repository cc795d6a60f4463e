import { Group, Stack, TextInput } from '@mantine/core'
import type { FieldsProps } from './CompanyFields.tsx'
import { useCaptureTexts } from './texts.ts'

export function PersonFields({ typed, type, wrong }: FieldsProps) {
  const said = useCaptureTexts()
  const several = (key: 'emails' | 'phones', label: string, error: string | undefined, input: 'email' | 'tel') =>
    typed[key].map((value, at) => (
      <TextInput
        key={`${key} ${at}`}
        type={input}
        label={at === 0 ? label : `${label} ${at + 1}`}
        value={value}
        error={at === 0 ? error : undefined}
        onChange={(event) =>
          type({ [key]: typed[key].map((one, nth) => (nth === at ? event.currentTarget.value : one)) })
        }
      />
    ))
  return (
    <Stack gap="sm">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          label={said.given}
          miw={140}
          value={typed.given}
          error={wrong('person.name')}
          onChange={(event) => type({ given: event.currentTarget.value })}
        />
        <TextInput
          label={said.family}
          miw={140}
          value={typed.family}
          onChange={(event) => type({ family: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label={said.jobRole}
        maxLength={200}
        value={typed.jobRole}
        error={wrong('person.jobRole')}
        onChange={(event) => type({ jobRole: event.currentTarget.value })}
      />
      {several('emails', said.emails, wrong('person.email'), 'email')}
      {several('phones', said.phones, wrong('person.phone'), 'tel')}
    </Stack>
  )
}
