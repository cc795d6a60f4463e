import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnected,
  IconRefresh,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { tell } from '../ui/toast.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Mailbox, Trial } from './contract.ts'
import { useMailTexts } from './texts.ts'

const tones = { new: 'wait', working: 'good', failing: 'bad', paused: 'calm', closed: 'calm' } as const

/** One mailbox of one's own or of the duty: how it is, what it shares, and what can be done with it. */
export function MailboxSheet({ mailbox, onEdit }: { mailbox: Mailbox; onEdit: () => void }) {
  const said = useMailTexts()
  const { instant, number } = useFormat()
  const { settings } = mailbox
  return (
    <Sheet
      title={
        <Group gap={8} component="span">
          <span style={{ overflowWrap: 'anywhere' }}>{mailbox.name}</span>
          <StateBadge said={said.mailboxState[mailbox.state] ?? mailbox.state} tone={tones[mailbox.state]} />
        </Group>
      }
      actions={
        mailbox.mayChange && (
          <WriteButton
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPencil size={15} aria-hidden />}
            onClick={onEdit}
          >
            {said.edit}
          </WriteButton>
        )
      }
    >
      <Stack gap="sm">
        {mailbox.state === 'failing' && (
          <Alert color="red" variant="light">
            {said.faults[mailbox.fault ?? ''] ?? mailbox.fault}
            {mailbox.nextReadAt && ` (${said.nextTry(instant(mailbox.nextReadAt))})`}
          </Alert>
        )}
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[
            mailbox.name === mailbox.address ? null : mailbox.address,
            mailbox.isOwn ? said.own : said.shared,
            settings && said.signsIns[settings.signsIn],
            mailbox.opensEnquiries ? said.opensEnquiries : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text size="sm">
          {said.shares}: {said.sharing[mailbox.sharing]?.toLowerCase()}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {mailbox.readAt ? said.readAt(instant(mailbox.readAt)) : said.neverRead}
          {mailbox.passedOver > 0 && `. ${said.passedOver(number(mailbox.passedOver))}.`}
        </Text>
        {mailbox.mayChange && <Deeds mailbox={mailbox} />}
      </Stack>
    </Sheet>
  )
}

function Deeds({ mailbox }: { mailbox: Mailbox }) {
  const said = useMailTexts()
  const [trial, setTrial] = useState<Trial | null>(null)
  const path = `/mailboxes/${mailbox.id}`
  const tryIt = useDeed({
    run: () => api.post<Trial>(`${path}/trial`, {}),
    refreshes: [['mail', 'mailboxes']],
    then: setTrial,
  })
  const read = useDeed({
    run: () => api.post<{ stored: number }>(`${path}/reading`, {}),
    refreshes: [['mail']],
    then: ({ stored }) => tell(said.readDone(stored)),
  })
  const move = useDeed({
    run: (event: 'pause' | 'resumption') => api.post(`${path}/${event}`, {}),
    refreshes: [['mail']],
    done: said.moved,
  })
  const consent = useDeed({
    run: () => api.post<{ address: string }>(`${path}/errand`, {}),
    refreshes: [],
    then: ({ address }) => window.location.assign(address),
  })
  const isOauth = mailbox.settings?.signsIn !== 'password'
  const isOn = mailbox.state === 'working' || mailbox.state === 'failing'
  return (
    <>
      {trial && <Outcome trial={trial} />}
      <Group gap="xs">
        {isOauth && (mailbox.state === 'new' || mailbox.state === 'failing') && (
          <Button size="xs" loading={consent.isPending} onClick={() => consent.mutate()}>
            {said.consent}
          </Button>
        )}
        {mailbox.state !== 'new' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlugConnected size={16} aria-hidden />}
            loading={tryIt.isPending}
            onClick={() => tryIt.mutate()}
          >
            {said.trial}
          </Button>
        )}
        {isOn && (
          <>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={read.isPending}
              onClick={() => read.mutate()}
            >
              {said.readNow}
            </Button>
            <WriteButton
              size="xs"
              variant="subtle"
              leftSection={<IconPlayerPause size={16} aria-hidden />}
              onClick={() => move.mutate('pause')}
            >
              {said.pause}
            </WriteButton>
          </>
        )}
        {mailbox.state === 'paused' && (
          <WriteButton
            size="xs"
            variant="default"
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => move.mutate('resumption')}
          >
            {said.resume}
          </WriteButton>
        )}
        <CloseMailbox path={path} />
      </Group>
    </>
  )
}

function Outcome({ trial }: { trial: Trial }) {
  const said = useMailTexts()
  const line = (code: string) => (code === 'ok' ? said.trialOk : (said.faults[code] ?? code))
  const isOk = trial.imap === 'ok' && trial.smtp === 'ok'
  return (
    <Alert color={isOk ? 'petrol' : 'red'} variant="light" role="status">
      <List size="sm" spacing={4}>
        <List.Item>
          {said.incoming}: {line(trial.imap)}
        </List.Item>
        <List.Item>
          {said.outgoing}: {line(trial.smtp)}
        </List.Item>
        {trial.imap === 'ok' && !trial.hasSent && <List.Item>{said.trialNoSent}</List.Item>}
      </List>
    </Alert>
  )
}

function CloseMailbox({ path }: { path: string }) {
  const said = useMailTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const leave = useDeed({
    run: () => api.post(`${path}/closure`, {}),
    refreshes: [['mail']],
    done: said.moved,
    then: close,
  })
  return (
    <>
      <WriteButton
        size="xs"
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={open}
      >
        {said.close}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={said.closeTitle} closeButtonProps={{ 'aria-label': ui.close }}>
        <Text size="sm" mb="lg">
          {said.closeText}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close} data-autofocus>
            {ui.cancel}
          </Button>
          <Button color="red" loading={leave.isPending} onClick={() => leave.mutate()}>
            {said.close}
          </Button>
        </Group>
      </Dialog>
    </>
  )
}
