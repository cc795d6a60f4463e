import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Problem } from '../api.ts'
import { Clause } from '../statement/Clause.tsx'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { ChoicesDeeds } from './ChoicesDeeds.tsx'
import type { Choices } from './contract.ts'
import { HistoryRows } from './HistoryRows.tsx'
import { ObjectionDeed } from './ObjectionDeed.tsx'
import { choicesQuery } from './queries.ts'
import { RestrictionRows } from './RestrictionRows.tsx'
import { StandingRows } from './StandingRows.tsx'
import { TopicLine } from './TopicLine.tsx'
import { useChoicesTexts } from './texts.ts'

/** On a person's card: what they chose, how they stand to marketing in each channel, and the deeds that record it. */
export function ChoicesPart({ person }: { person: string }) {
  const said = useChoicesTexts()
  const texts = useTexts()
  const choices = useQuery({ ...choicesQuery(person), retry: false })
  const refused = choices.error instanceof Problem && choices.error.status === 403 ? choices.error : null
  const reason = choices.data ? reasonOf(choices.data.may.write, texts) : null
  if (refused)
    return (
      <Sheet title={said.title}>
        <Group gap="xs" c="dimmed" wrap="nowrap">
          <IconLock size={16} aria-hidden />
          <Text size="sm">
            {said.notReading} <Clause id={refused.detail.clause} />
          </Text>
        </Group>
      </Sheet>
    )
  return (
    <Sheet
      title={said.title}
      actions={
        choices.data && (
          <Group gap={6}>
            <ObjectionDeed choices={choices.data} reason={reason} />
            <ChoicesDeeds choices={choices.data} reason={reason} />
          </Group>
        )
      }
    >
      <Asked query={choices}>{(all) => <Chosen choices={all} />}</Asked>
    </Sheet>
  )
}

function Chosen({ choices }: { choices: Choices }) {
  const said = useChoicesTexts()
  const isOpen = choices.standings.some(({ state }) => state === 'nothing-said')
  return (
    <Stack gap="md">
      <RestrictionRows choices={choices} />
      <StandingRows choices={choices} />
      {isOpen && (
        <Text size="xs" c="dimmed">
          {said.standingHint}
        </Text>
      )}
      <TopicLine choices={choices} />
      {choices.organisations.map(({ id, name }) => (
        <Alert key={id} color="gray" variant="light" py="xs">
          {said.states['organisation-refused']}: {name}
        </Alert>
      ))}
      <HistoryRows choices={choices} />
    </Stack>
  )
}
