import { Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import type { LetterDraft, RightsRequest } from './contract.ts'
import { draftQuery } from './queries.ts'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

/** A letter as the register wrote it, to be read and changed before it goes. */
export function LetterModal({ request, kind, onClose }: { request: RightsRequest; kind: string; onClose: () => void }) {
  const said = useRightsTexts()
  const { ui } = useTexts()
  const draft = useQuery(draftQuery(request.id, kind))
  return (
    <Dialog
      opened
      onClose={onClose}
      title={said.letterKinds[kind] ?? said.letter}
      size="xl"
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Asked query={draft}>{(one) => <LetterForm request={request} draft={one} onClose={onClose} />}</Asked>
    </Dialog>
  )
}

const ways = ['email', 'post', 'phone', 'in-person', 'my-page']

function LetterForm({ request, draft, onClose }: { request: RightsRequest; draft: LetterDraft; onClose: () => void }) {
  const said = useRightsTexts()
  const [subject, setSubject] = useState(draft.subject)
  const [body, setBody] = useState(draft.body)
  const [way, setWay] = useState(draft.way)
  const send = useStep(request, 'letters', said.sentNow, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate({ kind: draft.kind, subject, body, way })
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <TextInput
          label={said.subject}
          required
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Textarea
          label={said.body}
          required
          autosize
          minRows={12}
          maxRows={24}
          lang={draft.language}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {body.includes('{{link}}') && (
          <Text size="sm" c="dimmed">
            {said.linkNote}
          </Text>
        )}
        <Select
          label={said.way}
          allowDeselect={false}
          value={way}
          data={ways.map((value) => ({ value, label: said.ways[value] ?? value }))}
          onChange={(one) => setWay(one ?? way)}
        />
        <FormFoot label={said.send} busy={send.isPending} onCancel={onClose} />
      </Stack>
    </Form>
  )
}
