import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { capital, useSay, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Notice, Person } from './contract.ts'
import { sourcesQuery } from './queries.ts'
import { stateOfNotice, toneOfNotice } from './tones.ts'

/** Art. 13, 14: what the person has been told, and what is still to be told and by when. */
export function Notices({ person: { notices = [] } }: { person: Person }) {
  const { register } = useTexts()
  return (
    <Sheet title={register.notices}>
      <Stack gap={0} className="plain-rows">
        {notices.length === 0 && (
          <Text size="sm" c="dimmed">
            {register.noNotices}
          </Text>
        )}
        {notices.some(({ overdue }) => overdue) && (
          <Alert color="yellow" icon={<IconClockExclamation />} p="sm">
            {register.noticeOverdueText}
          </Alert>
        )}
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </Stack>
    </Sheet>
  )
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { register } = useTexts()
  const { day } = useFormat()
  const say = useSay()
  const sources = useQuery(sourcesQuery).data
  const { dueOn, overdue, article, source, deliveries } = notice
  const state = stateOfNotice(notice)
  const isOpen = state === 'queued' || state === 'failed' || state === 'overdue'
  const from = say(sources?.find(({ id }) => id === source)?.label)
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
      <div>
        {isOpen && dueOn && (
          <Text size="sm" fw={600} className="figures">
            {(overdue ? register.noticeOverdue : register.noticeDue)(day(dueOn))}
          </Text>
        )}
        {deliveries.map(({ way, at, version, byName }) => (
          <Text key={`${at}-${way}`} size="sm" className="figures">
            {register.noticeDelivered(day(at))} {register.ways[way] ?? way}
            {' · '}
            <Anchor size="sm" underline="always" href={to.publicVersion(version)} target="_blank" rel="noreferrer">
              {register.noticeVersion(version)}
            </Anchor>
            {byName && ` · ${byName}`}
          </Text>
        ))}
        <Text size="xs" c="dimmed">
          {[register.noticeArticles[article] ?? article, capital(from)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <StateBadge said={register.noticeStates[state] ?? state} tone={toneOfNotice(state)} />
    </Group>
  )
}
