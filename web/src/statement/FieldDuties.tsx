import { Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useSay } from '../texts/index.tsx'
import { useAddFieldTexts } from './add-field.texts.ts'
import type { FieldForm, FieldWish } from './contract.ts'

/** Which duties see a field and which change it, each with what it uses data for and on what basis. */
export function FieldDuties({
  duties,
  chosen,
  error,
  onChange,
}: {
  duties: FieldForm['duties']
  chosen: FieldWish['duties']
  error: string | null
  onChange: (chosen: FieldWish['duties']) => void
}) {
  const said = useAddFieldTexts()
  const say = useSay()
  const choose = (id: string, way: string) =>
    onChange([...chosen.filter((one) => one.id !== id), ...(way === 'none' ? [] : [{ id, writes: way === 'writes' }])])
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={500}>
          {said.duties}
        </Text>
        <Text size="sm" c="dimmed">
          {said.dutiesText}
        </Text>
      </div>
      {duties.map(({ id, label, purposes }) => {
        const one = chosen.find((held) => held.id === id)
        return (
          <Group key={id} justify="space-between" gap="sm">
            <div style={{ flex: '1 1 220px' }}>
              <Text size="sm">{say(label)}</Text>
              <Text size="xs" c="dimmed">
                {purposes
                  .map(({ label: purpose, basis }) => `${say(purpose)} (${basis.map(say).join(', ')})`)
                  .join(' · ')}
              </Text>
            </div>
            <SegmentedControl
              size="xs"
              aria-label={say(label)}
              value={one ? (one.writes ? 'writes' : 'reads') : 'none'}
              data={Object.entries(said.ways).map(([value, way]) => ({ value, label: way }))}
              onChange={(way) => choose(id, way)}
            />
          </Group>
        )
      })}
      {error && (
        <Text c="red" size="sm" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  )
}
