import { Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChecklist, IconSend } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge, type Tone } from '../ui/StateBadge.tsx'
import type { RecipientNotice } from './contract.ts'
import { RecordReceipt } from './RecordReceipt.tsx'
import { TellReceiver } from './TellReceiver.tsx'
import { useOversightTexts } from './texts.ts'
import { useReceiverName } from './useReceiverName.ts'

const tones: Record<RecipientNotice['state'], Tone> = {
  waiting: 'bad',
  sent: 'wait',
  confirmed: 'good',
  refused: 'calm',
}

export function ReceiptRow({ notice }: { notice: RecipientNotice }) {
  const said = useOversightTexts()
  const { ui } = useTexts()
  const { day } = useFormat()
  const name = useReceiverName()(notice)
  const [telling, tell] = useDisclosure(false)
  const [recording, record] = useDisclosure(false)
  const { state, timesSent, settledByName, settledAt } = notice
  const isOpen = state === 'waiting' || state === 'sent'
  const facts = [
    said.since(day(notice.madeAt)),
    timesSent > 0 && said.timesSent(timesSent),
    settledAt && `${day(settledAt)} ${settledByName ?? ''}`.trim(),
    notice.note,
  ]
  return (
    <li className="oversight-row">
      <div>
        <strong>{name}</strong>
        <Text size="sm">{[said.told[notice.kind], notice.about].filter(Boolean).join(' · ')}</Text>
        <Text size="xs" c="dimmed" className="figures">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap="xs" className="oversight-state">
        <StateBadge said={said.receiptStates[state] ?? state} tone={tones[state]} />
        {isOpen && (
          <WriteButton
            size="xs"
            variant={state === 'waiting' ? 'filled' : 'default'}
            leftSection={<IconSend size={15} aria-hidden />}
            onClick={tell.open}
            label={`${state === 'waiting' ? said.tell : said.tellAgain}: ${name}`}
          >
            {state === 'waiting' ? said.tell : said.tellAgain}
          </WriteButton>
        )}
        {state === 'sent' && (
          <WriteButton
            size="xs"
            leftSection={<IconChecklist size={15} aria-hidden />}
            onClick={record.open}
            label={`${said.record}: ${name}`}
          >
            {said.record}
          </WriteButton>
        )}
      </Group>
      <Dialog
        opened={telling}
        onClose={tell.close}
        title={`${said.letter}: ${name}`}
        size="lg"
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {telling && <TellReceiver notice={notice} onDone={tell.close} />}
      </Dialog>
      <Dialog
        opened={recording}
        onClose={record.close}
        title={`${said.record}: ${name}`}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {recording && <RecordReceipt id={notice.id} onDone={record.close} />}
      </Dialog>
    </li>
  )
}
