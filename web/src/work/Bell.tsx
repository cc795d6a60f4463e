import { ActionIcon, Anchor, Indicator, Popover, Stack, Text } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api.ts'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Notification } from './contract.ts'
import { addressOf } from './kinds.ts'
import { notificationsQuery } from './queries.ts'
import { useKinds } from './texts.kinds.ts'
import { useWorkTexts } from './texts.ts'

/** What one should look at: mentions, tasks that were given, reminders, what rules tell. */
export function Bell() {
  const said = useWorkTexts()
  const [opened, setOpened] = useState(false)
  const { data } = useQuery({
    queryKey: ['work', 'bell'],
    queryFn: ({ signal }) => api.get<{ unseen: number }>('/notifications/unseen', signal),
    refetchInterval: 60_000,
    retry: false,
  })
  const unseen = data?.unseen ?? 0
  return (
    <Popover position="bottom-end" width={360} shadow="md" opened={opened} onChange={setOpened} trapFocus>
      <Indicator disabled={unseen === 0} label={unseen > 99 ? '99+' : unseen} size={16} offset={6} color="red.8">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={38}
            c="var(--mantine-color-text)"
            aria-label={unseen > 0 ? said.unseen(unseen) : said.notifications}
            onClick={() => setOpened(!opened)}
          >
            <IconBell size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} maw="calc(100vw - 24px)">
        {opened && <Notifications onGo={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function Notifications({ onGo }: { onGo: () => void }) {
  const said = useWorkTexts()
  const { data: items = [] } = useQuery(notificationsQuery)
  const see = useDeed({ run: () => api.post('/notifications/seen', {}), refreshes: [['work']] })
  return (
    <Stack gap={0} mah="70vh" style={{ overflowY: 'auto' }}>
      {items.some(({ seenAt }) => !seenAt) && (
        <Anchor component="button" type="button" size="xs" p="sm" ta="right" onClick={() => see.mutate()}>
          {said.allSeen}
        </Anchor>
      )}
      {items.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {said.noNotifications}
        </Text>
      )}
      {items.map((one) => (
        <NotificationRow key={one.id} told={one} onGo={onGo} />
      ))}
    </Stack>
  )
}

function NotificationRow({ told, onGo }: { told: Notification; onGo: () => void }) {
  const { told: words } = useKinds()
  const { instant } = useFormat()
  const { kind, byName, person, company, subject, seenAt, at, id } = told
  const see = useDeed({ run: () => api.post('/notifications/seen', { ids: [id] }), refreshes: [['work']] })
  const isOfWork = kind === 'work-given' || kind === 'work-taken-back'
  const card = isOfWork ? to.myDay() : company ? to.company(company.id) : person ? to.person(person.id) : to.tasks()
  const path = (subject && addressOf(subject.kind, subject.id)) ?? card
  const isByItself = kind === 'reminder' || kind.startsWith('rule-')
  return (
    <Link
      to={path}
      className="day-row"
      onClick={() => {
        if (!seenAt) see.mutate()
        onGo()
      }}
    >
      <span style={{ minWidth: 0 }}>
        <Text component="span" size="sm" fw={seenAt ? 450 : 650} display="block">
          {isByItself ? '' : `${byName ?? ''} `}
          {words[kind] ?? kind}
        </Text>
        <Text component="span" size="xs" c="dimmed" className="figures">
          {[company?.name ?? person?.name, instant(at)].filter(Boolean).join(' · ')}
        </Text>
      </span>
    </Link>
  )
}
