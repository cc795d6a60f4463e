import { Popover, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFlag, IconFlagExclamation } from '@tabler/icons-react'
import type { Origin } from '../contract.ts'
import { capital, useSay, useTexts } from '../texts/index.tsx'
import { useFormat } from '../ui/format.ts'
import { OccasionLink } from './OccasionLink.tsx'
import { useOccasionTexts } from './occasion.texts.ts'

/** S6: where a value came from, beside the value; more on hover, focus or tap. */
export function OriginTag({ field, origin }: { field: string; origin: Origin | undefined }) {
  const { register } = useTexts()
  const said = useOccasionTexts()
  const { day, instant } = useFormat()
  const say = useSay()
  const [opened, { open, close }] = useDisclosure(false)
  if (!origin)
    return (
      <span className="origin" style={{ cursor: 'default' }}>
        <IconFlagExclamation size={13} aria-hidden />
        {register.sourceUnknown}
      </span>
    )

  const source = capital(say(origin.label) || origin.source)
  const lines: [string, string | null | undefined][] = [
    [register.sourceAt, instant(origin.recordedAt ?? origin.at)],
    [said.with, origin.document ? said.kinds[origin.document.kind] : null],
    [register.sourceBy, origin.byName],
    [register.sourceAsOf, day(origin.asOf)],
    [register.sourceVerified, instant(origin.verifiedAt)],
    [register.sourceNote, origin.note],
  ]
  return (
    <span className="origin-line">
      <Popover
        opened={opened}
        onChange={(next) => {
          if (!next) close()
        }}
        position="bottom-end"
        withArrow
        shadow="md"
        width={290}
        withinPortal
      >
        <Popover.Target>
          <button
            type="button"
            className="origin"
            aria-expanded={opened}
            onClick={open}
            onPointerEnter={({ pointerType }) => pointerType === 'mouse' && open()}
            onPointerLeave={({ pointerType }) => pointerType === 'mouse' && close()}
            onBlur={close}
          >
            <IconFlag size={13} aria-hidden />
            <span className="unseen">{register.sourceOf(field)}: </span>
            <span className="origin-name">{source}</span>
            <span className="figures">{day(origin.asOf ?? origin.at)}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={4}>
            <Text fw={620} size="sm">
              {source}
            </Text>
            {lines
              .filter(([, value]) => value)
              .map(([what, value]) => (
                <Text key={what} size="xs">
                  <Text span inherit c="dimmed">
                    {what}:{' '}
                  </Text>
                  {value}
                </Text>
              ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {origin.document && <OccasionLink document={origin.document} />}
    </span>
  )
}
