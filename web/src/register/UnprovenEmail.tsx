import { Group, Text } from '@mantine/core'
import { IconMailQuestion } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import type { Kept } from '../contract.ts'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Email } from './contract.ts'
import { personQuery } from './queries.ts'
import { useUnprovenTexts } from './unproven.texts.ts'

/** S6.3: says that nobody has said whose an address is, or only that its mail is read, and takes the word of staff who know. */
export function UnprovenEmail({ person, email }: { person: Kept; email: Email }) {
  const texts = useTexts()
  const said = useUnprovenTexts()
  const confirm = useDeed({
    run: () => api.post(`/people/${person.id}/emails/${email.id}/confirmation`, {}),
    refreshes: [personQuery(person.id).queryKey],
    done: said.confirmed,
  })
  const write = person.may?.fields?.['person.email']?.write
  return (
    <div className="unproven" data-asks="unproven-email">
      <Group gap={6} wrap="nowrap">
        <IconMailQuestion size={16} aria-hidden style={{ flex: 'none' }} />
        <Text size="sm" fw={600}>
          {email.answered ? said.answeredTitle : said.title}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mt={2} mb={8}>
        {email.answered ? said.answeredText : said.text}
      </Text>
      <WriteButton
        size="compact-sm"
        variant="default"
        loading={confirm.isPending}
        reason={reasonOf(write, texts)}
        onClick={() => confirm.mutate()}
      >
        {said.confirm}
      </WriteButton>
    </div>
  )
}
