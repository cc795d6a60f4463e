import { Group, Stack, Text } from '@mantine/core'
import { Clause } from '../statement/Clause.tsx'
import { useSay } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { CellSign, rightOf } from './CellSign.tsx'
import type { Matrix } from './contract.ts'
import { useAccessTexts } from './texts.ts'

/** The matrix on a phone: one card a duty, with what it sees. */
export function DutyCards({ matrix: { duties, fields, cells } }: { matrix: Matrix }) {
  const access = useAccessTexts()
  const say = useSay()
  return (
    <Stack>
      {duties.map((duty) => (
        <Sheet
          key={duty.id}
          title={say(duty.label)}
          actions={
            <Text size="xs" c="dimmed">
              {access.reaches[duty.reach] ?? duty.reach}
            </Text>
          }
        >
          <ul className="duty-fields">
            {fields.map((field) => (
              <li key={field.id}>
                <CellSign right={rightOf(cells[field.id]?.[duty.id])} />
                <Group gap={8} justify="space-between" flex={1} wrap="nowrap">
                  <Text size="sm">{say(field.label)}</Text>
                  <Clause id={field.clause} />
                </Group>
              </li>
            ))}
          </ul>
        </Sheet>
      ))}
    </Stack>
  )
}
