import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { Ending } from './contract.ts'
import { useRetentionTexts } from './texts.ts'

export function EndingPart({ ending }: { ending: Ending[] }) {
  const said = useRetentionTexts()
  const { register } = useTexts()
  const { day } = useFormat()
  return (
    <Sheet title={said.ending}>
      <Text size="sm" c="dimmed" mb={ending.length > 0 ? 'sm' : 0}>
        {ending.length > 0 ? said.endingText : said.noEnding}
      </Text>
      <Stack gap={0} className="plain-rows">
        {ending.map(({ id, companyId, company, personId, state, lastActivityOn }) => (
          <Group key={id} justify="space-between" wrap="nowrap" gap="sm">
            <div style={{ minWidth: 0 }}>
              <Anchor
                component={Link}
                to={companyId ? to.company(companyId) : to.person(personId ?? '')}
                size="sm"
                fw={600}
              >
                {company ?? register.person}
              </Anchor>
              <Text size="xs" c="dimmed" className="figures">
                {said.last(day(lastActivityOn))}
              </Text>
            </div>
            <StateBadge said={said.states[state] ?? state} tone="wait" />
          </Group>
        ))}
      </Stack>
    </Sheet>
  )
}
