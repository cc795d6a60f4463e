import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowDownLeft, IconArrowUpRight, IconLock, IconRobot } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Correspondent, ThreadMessage } from './contract.ts'
import './mail.css'
import { MessageFiles } from './MessageFiles.tsx'
import { SafeHtml } from './SafeHtml.tsx'
import { useMailTexts } from './texts.ts'

/** One message of a thread, as far as its mailbox shares it. */
export function MessageSheet({ message }: { message: ThreadMessage }) {
  const said = useMailTexts()
  const { instant } = useFormat()
  const isOut = message.direction === 'out'
  const state = message.isUnsure ? 'unsure' : message.state
  const tones = { failed: 'bad', unsure: 'bad', sending: 'wait' } as const
  return (
    <section className={isOut ? 'message out' : 'message'} aria-label={instant(message.at)}>
      <Group justify="space-between" align="flex-start" gap="xs" mb={8}>
        <Group gap={7} wrap="nowrap" align="flex-start" flex="1 1 260px" miw={0}>
          {isOut ? (
            <IconArrowUpRight size={17} aria-label={said.to} style={{ marginTop: 3, flex: 'none' }} />
          ) : (
            <IconArrowDownLeft size={17} aria-label={said.from} style={{ marginTop: 3, flex: 'none' }} />
          )}
          <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {message.people.map((one) => (
              <Who key={`${one.role} ${one.personId} ${one.organisationId} ${one.address}`} who={one} />
            ))}
            {message.others > 0 && (
              <Text size="xs" c="dimmed">
                {said.others(message.others)}
              </Text>
            )}
          </div>
        </Group>
        <div className="message-when">
          <Text size="xs" c="dimmed" className="figures">
            {instant(message.at)} · {message.mailboxName}
          </Text>
          {message.sentBy && (
            <Text size="xs" c="dimmed">
              {said.by(message.sentBy)}
            </Text>
          )}
          {state in tones && (
            <StateBadge said={said.states[state] ?? state} tone={tones[state as keyof typeof tones]} />
          )}
        </div>
      </Group>
      <Words message={message} />
      {(state === 'failed' || state === 'unsure') && <NotSent message={message} />}
      {state === 'sent' && message.fault && (
        <Alert color="yellow" variant="light" mt="sm">
          {said.partlyRefused}
        </Alert>
      )}
    </section>
  )
}

function Who({ who }: { who: Correspondent }) {
  const said = useMailTexts()
  const name = who.name ?? who.company ?? who.address
  return (
    <Text size="sm" component="div">
      {who.role === 'cc' && (
        <Text span size="xs" c="dimmed">
          {said.cc}:{' '}
        </Text>
      )}
      {who.personId ? (
        <Anchor component={Link} to={to.person(who.personId)} c="inherit" fw={600} fz="sm">
          {name}
        </Anchor>
      ) : who.organisationId ? (
        <Anchor component={Link} to={to.company(who.organisationId)} c="inherit" fw={600} fz="sm">
          {name}
        </Anchor>
      ) : (
        name
      )}
      {name !== who.address && (
        <Text span size="xs" c="dimmed">
          {' '}
          {who.address}
        </Text>
      )}
    </Text>
  )
}

function Words({ message }: { message: ThreadMessage }) {
  const said = useMailTexts()
  const [isFormatted, setFormatted] = useState(false)
  if (!message.isWhole)
    return (
      <Text size="sm" c="dimmed">
        <IconLock size={14} aria-hidden style={{ verticalAlign: '-2px', marginRight: 5 }} />
        {said.hiddenBody(message.mailboxName)}
      </Text>
    )
  return (
    <Stack gap="xs">
      {message.isAutomatic && (
        <Text size="xs" c="dimmed">
          <IconRobot size={14} aria-hidden style={{ verticalAlign: '-2px', marginRight: 5 }} />
          {said.automatic}
        </Text>
      )}
      {isFormatted && message.html ? (
        <SafeHtml markup={message.html} />
      ) : message.text ? (
        <p className="message-text" style={{ margin: 0 }}>
          {message.text}
        </p>
      ) : (
        <Text size="sm" c="dimmed">
          {said.noText}
        </Text>
      )}
      {message.isCut && (
        <Text size="xs" c="dimmed">
          {said.cut}
        </Text>
      )}
      {message.html && (
        <Group gap="xs">
          <Button size="compact-xs" variant="subtle" onClick={() => setFormatted(!isFormatted)}>
            {isFormatted ? said.plain : said.formatted}
          </Button>
          {isFormatted && (
            <Text size="xs" c="dimmed">
              {said.formattedHint}
            </Text>
          )}
        </Group>
      )}
      <MessageFiles message={message} />
    </Stack>
  )
}

function NotSent({ message }: { message: ThreadMessage }) {
  const said = useMailTexts()
  const again = useDeed({
    run: () => api.post<{ state: string }>(`/messages/${message.id}/again`, {}),
    refreshes: [['mail']],
  })
  return (
    <Alert color="red" variant="light" mt="sm" title={said.states[message.isUnsure ? 'unsure' : 'failed']}>
      <Stack gap="sm" align="flex-start">
        {message.isUnsure ? said.unsureText : (said.faults[message.fault ?? ''] ?? message.fault)}
        {message.isMine && (
          <WriteButton size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            {said.again}
          </WriteButton>
        )}
      </Stack>
    </Alert>
  )
}
