import { Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useSay, useTexts } from '../texts/index.tsx'
import { useAccessTexts } from './texts.ts'
import { useDutyLabels } from './useDutyLabels.ts'

export interface Granting {
  duties: string[]
  until: string | null
  reason: string
}

/** Which duties, until when, and why. */
export function DutiesFields({
  granting,
  onChange,
}: {
  granting: Granting
  onChange: (part: Partial<Granting>) => void
}) {
  const { ui } = useTexts()
  const access = useAccessTexts()
  const say = useSay()
  const labels = useDutyLabels()
  return (
    <Stack>
      <Checkbox.Group label={access.duties} value={granting.duties} onChange={(duties) => onChange({ duties })}>
        <Group mt={8} gap="md">
          {Object.entries(labels).map(([id, label]) => (
            <Checkbox key={id} value={id} label={say(label)} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        type="date"
        label={`${access.until} (${ui.optional})`}
        maw={220}
        value={granting.until ?? ''}
        onChange={(event) => onChange({ until: event.currentTarget.value || null })}
      />
      <TextInput
        data-asks="reason-for-duties"
        label={access.reason}
        description={access.reasonHint}
        required
        value={granting.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
    </Stack>
  )
}
