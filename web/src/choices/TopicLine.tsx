import { Group, Text } from '@mantine/core'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Choices } from './contract.ts'
import { useChoicesTexts } from './texts.ts'

/** The topics of which the person said anything. */
export function TopicLine({ choices }: { choices: Choices }) {
  const said = useChoicesTexts()
  const chosen = choices.topics.filter(({ wants }) => wants !== null)
  if (choices.topics.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {said.topics}
      </Text>
      {chosen.length === 0 ? (
        <Text size="sm" c="dimmed">
          {said.noTopics}
        </Text>
      ) : (
        <Group gap={6}>
          {chosen.map(({ id, label, wants }) => (
            <StateBadge
              key={id}
              said={`${label}: ${wants ? said.wanted : said.unwanted}`}
              tone={wants ? 'good' : 'bad'}
            />
          ))}
        </Group>
      )}
    </div>
  )
}
