import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { enquiriesQuery } from './queries.ts'

/** The enquiries of one company or one person. */
export function EnquiriesAbout(about: { company?: string; person?: string }) {
  const {
    register: { enquiries },
    ui,
  } = useTexts()
  const { instant } = useFormat()
  const found = useInfiniteQuery(enquiriesQuery(about))
  return (
    <Sheet title={enquiries.title}>
      <Asked query={found}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          if (all.length === 0)
            return (
              <Text size="sm" c="dimmed">
                {enquiries.none}
              </Text>
            )
          return (
            <Stack gap={0} className="plain-rows">
              {all.map((one) => (
                <Group key={one.id} justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
                  <div style={{ minWidth: 0 }}>
                    <Anchor component={Link} to={to.enquiry(one.id)} size="sm" fw={600} lineClamp={1}>
                      {one.message || ui.unknown}
                    </Anchor>
                    <Text size="xs" c="dimmed" className="figures">
                      {instant(one.receivedAt)}
                    </Text>
                  </div>
                  <StateBadge
                    said={enquiries.states[one.state] ?? one.state}
                    tone={one.state === 'closed' ? 'calm' : 'wait'}
                  />
                </Group>
              ))}
            </Stack>
          )
        }}
      </Asked>
    </Sheet>
  )
}
