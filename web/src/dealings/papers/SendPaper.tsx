import { Radio, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useDeed } from '../../ui/useDeed.ts'
import type { DocumentKind, PaperAtDesk, PaperState } from './contract.ts'
import { usePaperTexts } from './texts.ts'
import { useTellSent } from './useTellSent.ts'

/** Sending a paper to somebody else than the first, or with words of one's own; what was typed stays when it is refused. */
export function SendPaper({
  document,
  id,
  paper,
  title,
  onClose,
}: {
  document: DocumentKind
  id: string
  paper: PaperAtDesk
  title: string
  onClose: () => void
}) {
  const said = usePaperTexts()
  const texts = useTexts()
  const tellSent = useTellSent()
  const [to, setTo] = useState<string>(paper.recipients[0]?.to ?? '')
  const [message, setMessage] = useState('')
  const send = useDeed({
    run: () =>
      api.post<{ state: PaperState }>(`/${document}/${id}/paper/sending`, {
        to,
        ...(message.trim() ? { message } : {}),
      }),
    refreshes: [['papers', document, id], ['work']],
    quiet: (fault) => fault instanceof Problem && fault.status < 500,
    then: (answer) => {
      tellSent(answer)
      onClose()
    },
  })
  const refused = send.error instanceof Problem && send.error.status < 500 ? saidProblem(send.error, texts) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': texts.ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <Radio.Group label={said.sendTo} value={to} onChange={setTo}>
            <Stack gap="xs" mt={6}>
              {paper.recipients.map((one) => (
                <Radio key={one.to} value={one.to} label={`${one.name ?? said.company} · ${one.address}`} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={said.message}
            description={said.messageHint}
            autosize
            minRows={3}
            maxLength={4000}
            data-autofocus
            value={message}
            error={refused}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <FormFoot label={said.sendNow} busy={send.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
