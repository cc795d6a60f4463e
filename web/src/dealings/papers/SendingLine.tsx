import { Group, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { useFormat } from '../../ui/format.ts'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import type { DocumentKind, PaperSending } from './contract.ts'
import { usePaperTexts } from './texts.ts'
import { useTellSent } from './useTellSent.ts'

const tones = { queued: 'wait', sending: 'wait', sent: 'good', unsure: 'bad', failed: 'bad' } as const

/** One sending of a paper: how it went, to whom and by whom, and sending it again where it did not go or nobody knows. */
export function SendingLine({ document, id, sending }: { document: DocumentKind; id: string; sending: PaperSending }) {
  const said = usePaperTexts()
  const { instant } = useFormat()
  const tellSent = useTellSent()
  const { state, fault, notBefore, at, byName, toName } = sending
  const again = useDeed({
    run: () => api.post<{ state: PaperSending['state'] }>(`/papers-sent/${sending.id}/again`, {}),
    refreshes: [['papers', document, id], ['work']],
    then: tellSent,
  })
  const why = state === 'unsure' ? said.unsureWhy : fault ? (said.faults[fault] ?? said.faults.otherwise) : null
  return (
    <div>
      <Group gap="xs" wrap="wrap">
        <StateBadge said={said.states[state]} tone={tones[state]} />
        <Text size="sm" component="span">
          {said.sentLine(instant(at), toName ?? said.company, byName ?? '')}
        </Text>
      </Group>
      {why && (
        <Text size="sm" c="dimmed" mt={2}>
          {why}
          {state === 'queued' && notBefore && ` ${said.triedAgain(instant(notBefore))}`}
        </Text>
      )}
      {(state === 'unsure' || state === 'failed') && (
        <WriteButton
          size="xs"
          variant="default"
          mt={6}
          loading={again.isPending}
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => again.mutate()}
        >
          {said.sendAgain}
        </WriteButton>
      )}
    </div>
  )
}
