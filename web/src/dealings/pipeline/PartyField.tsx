import { Button, Group, Input, Text } from '@mantine/core'
import { RecordFinder } from '../../register/RecordFinder.tsx'
import { usePipelineTexts } from './texts.ts'

export interface ChosenParty {
  id: string
  kind: 'person' | 'company'
  name: string
}

/** The customer: found by a part of the name, then shown until it is changed. */
export function PartyField({
  label,
  finder,
  kinds,
  party,
  onChange,
  error,
  required = false,
}: {
  label: string
  finder: string
  kinds: ('person' | 'company')[]
  party: ChosenParty | null
  onChange: (party: ChosenParty | null) => void
  error?: string | null
  required?: boolean
}) {
  const said = usePipelineTexts()
  return (
    <Input.Wrapper label={label} labelElement="div" withAsterisk={required} error={error}>
      {party ? (
        <Group gap="xs" mt={2}>
          <Text size="sm" fw={550}>
            {party.name}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(null)}>
            {said.changeParty}
          </Button>
        </Group>
      ) : (
        <RecordFinder
          label={finder}
          kinds={kinds}
          onChoose={({ id, kind, title }) => onChange({ id, kind: kind as ChosenParty['kind'], name: title ?? '' })}
        />
      )}
    </Input.Wrapper>
  )
}
