import { ActionIcon, Anchor, Button, Group, List, Stack, Text, Tooltip } from '@mantine/core'
import { IconDots, IconDownload, IconEye, IconPrinter, IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { Asked } from '../../ui/Asked.tsx'
import { FileViewer } from '../../ui/FileViewer.tsx'
import { ReasonedButton } from '../../ui/ReasonedButton.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import type { DocumentKind, PaperAtDesk, PaperState } from './contract.ts'
import { printPdf } from './print-pdf.ts'
import { paperQuery } from './queries.ts'
import { SendingLine } from './SendingLine.tsx'
import { SendPaper } from './SendPaper.tsx'
import { usePaperTexts } from './texts.ts'
import { useTellSent } from './useTellSent.ts'

/** The paper of a document on its card: to read, to print, to send in one press, and when it was sent. */
export function PaperPart({ document, id }: { document: DocumentKind; id: string }) {
  const said = usePaperTexts()
  const query = useQuery(paperQuery(document, id))
  return (
    <Sheet title={document === 'reminders' ? said.kinds.reminder : said.paper}>
      <Asked query={query}>{(paper) => <Whole {...{ document, id, paper }} />}</Asked>
    </Sheet>
  )
}

function Whole({ document, id, paper }: { document: DocumentKind; id: string; paper: PaperAtDesk }) {
  const said = usePaperTexts()
  const tellSent = useTellSent()
  const [shown, setShown] = useState<'preview' | 'sending' | null>(null)
  const href = `/api/v1/${document}/${id}/paper.pdf`
  const [first] = paper.recipients
  const send = useDeed({
    run: () => api.post<{ state: PaperState }>(`/${document}/${id}/paper/sending`, {}),
    refreshes: [['papers', document, id], ['work']],
    then: tellSent,
  })
  const isLeaving = paper.sent.some(({ state }) => state === 'queued' || state === 'sending')
  const unfinished = document === 'deliveries' ? said.undeliveredWhy : said.draftWhy
  const reason = paper.number === null ? unfinished : !first ? said.noAddress : isLeaving ? said.leaving : null
  // One plain button a screen: what was sent already, or has a next step of its own, does not ask to be sent.
  const isNext = paper.sent.length === 0 && document !== 'orders' && document !== 'deliveries'
  const title = [said.kinds[paper.kind], paper.number ?? `(${said.draft})`].join(' ')
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <WriteButton
          reason={reason}
          variant={isNext ? 'filled' : 'default'}
          loading={send.isPending}
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() => send.mutate()}
        >
          {said.send}
        </WriteButton>
        {!reason && (
          <Tooltip label={said.sendOther}>
            <ActionIcon variant="default" size={36} aria-label={said.sendOther} onClick={() => setShown('sending')}>
              <IconDots size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={() => setShown('preview')}>
          {said.preview}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => printPdf(href)}>
          {said.print}
        </Button>
        <Button
          variant="default"
          component="a"
          href={href}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {said.download}
        </Button>
        {paper.eInvoice && <EInvoice id={id} ready={paper.eInvoice.ready} />}
      </Group>
      {!reason && first && (
        <Text size="sm" c="dimmed">
          {said.sentTo([first.name, first.address].filter(Boolean).join(', '))}
        </Text>
      )}
      {reason && (
        <Text size="sm" c="dimmed">
          {reason}
        </Text>
      )}
      {paper.sent.length > 0 && (
        <div>
          <Text size="sm" fw={600} mb={4}>
            {said.history}
          </Text>
          <List size="sm" spacing="xs" listStyleType="none">
            {paper.sent.map((sending) => (
              <List.Item key={sending.id}>
                <SendingLine {...{ document, id, sending }} />
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {shown === 'preview' && (
        <FileViewer title={title} view="pdf" address={href} name={[document, id]} onClose={() => setShown(null)} />
      )}
      {shown === 'sending' && <SendPaper {...{ document, id, paper, title }} onClose={() => setShown(null)} />}
    </Stack>
  )
}

function EInvoice({ id, ready }: { id: string; ready: boolean }) {
  const said = usePaperTexts()
  const icon = <IconDownload size={16} aria-hidden />
  if (!ready)
    return (
      <ReasonedButton variant="default" reason={said.eInvoiceWhy} leftSection={icon}>
        {said.eInvoice}
      </ReasonedButton>
    )
  return (
    <Anchor href={`/api/v1/invoices/${id}/finvoice.xml`} download underline="never">
      <Button component="span" variant="default" leftSection={icon}>
        {said.eInvoice}
      </Button>
    </Anchor>
  )
}
