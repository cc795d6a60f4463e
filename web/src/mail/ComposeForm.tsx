import { Alert, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, Problem } from '../api.ts'
import { useSpeech } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { tell, tellProblem } from '../ui/toast.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Mailbox, Recipients } from './contract.ts'
import { FilesPart } from './FilesPart.tsx'
import { fileAsked, type LetterFile } from './letter-files.ts'
import { mailboxesQuery, signatureQuery } from './queries.ts'
import { RecipientsPart } from './RecipientsPart.tsx'
import { recipientAsked } from './recipients.ts'
import { type Chosen, TemplateChoice } from './TemplateChoice.tsx'
import { useMailTexts } from './texts.ts'

interface Composing {
  /** To whom it is written at first. */
  recipients: Recipients
  /** The mailbox that is offered first. */
  mailbox?: string | undefined
  subject?: string
  answers?: string | undefined
  /** The enquiry that it answers. */
  enquiry?: string | undefined
  onDone: () => void
}

/** Writing to a few people of the register: from a mailbox of one's own or of the duty. What was typed stays when it is refused or does not leave. */
export function ComposeForm(wish: Composing) {
  const said = useMailTexts()
  const mailboxes = useQuery(mailboxesQuery)
  const signature = useQuery(signatureQuery)
  return (
    <Asked query={mailboxes}>
      {({ items }) => {
        const usable = items.filter(({ isMine, state }) => isMine && state !== 'new')
        if (usable.length === 0)
          return (
            <Alert color="yellow">
              {said.noMailbox} <Link to={to.mailboxes()}>{said.connect}</Link>
            </Alert>
          )
        if (signature.isPending) return null
        return <Letter {...wish} mailboxes={usable} signature={signature.data?.text ?? ''} />
      }}
    </Asked>
  )
}

function Letter({
  recipients: first,
  mailbox,
  subject = '',
  answers,
  enquiry,
  onDone,
  mailboxes,
  signature,
}: Composing & { mailboxes: Mailbox[]; signature: string }) {
  const said = useMailTexts()
  const { language: own } = useSpeech()
  const [from, setFrom] = useState(mailboxes.find(({ id }) => id === mailbox)?.id ?? mailboxes[0]?.id ?? '')
  const [recipients, setRecipients] = useState(first)
  const [letter, setLetter] = useState({ subject, text: signature ? `\n\n${signature}` : '' })
  const [{ template, language }, setChosen] = useState<Chosen>({ template: null, language: own })
  const [files, setFiles] = useState<LetterFile[]>([])
  const [missing, setMissing] = useState<string[]>([])
  const words = useRef<HTMLTextAreaElement>(null)
  // The keyboard's focus is outside React: an answer begins where the words go, above the signature.
  useEffect(() => {
    if (!answers) return
    words.current?.focus()
    words.current?.setSelectionRange(0, 0)
  }, [answers])
  const person = recipients.to.find(({ kind }) => kind === 'person')?.id
  // A notice says where one person’s data came from: it rides only where nobody else reads it.
  const isAlone = Boolean(person) && recipients.to.length + recipients.cc.length === 1
  const send = useDeed({
    run: async () =>
      api.post<{ state: 'sent' | 'failed'; fault?: string }>('/messages', {
        ...{ mailbox: from, ...letter, language },
        ...{ to: recipients.to.map(recipientAsked), cc: recipients.cc.map(recipientAsked) },
        ...(files.length > 0 ? { files: await Promise.all(files.map(fileAsked)) } : {}),
        ...(answers ? { answers } : {}),
        ...(enquiry ? { enquiry } : {}),
        ...(template ? { template } : {}),
      }),
    refreshes: [['mail'], ['enquiries'], ['enquiry'], ['work'], ['person'], ['company']],
    quiet: (fault) => fieldOf(fault) !== null,
    then: (answer) => {
      if (answer.state === 'sent') tell(said.sent)
      else tellProblem(said.faults[answer.fault ?? ''] ?? said.states.failed ?? '')
      onDone()
    },
  })
  const refused = fieldOf(send.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <RecipientsPart recipients={recipients} fault={send.error} onChange={setRecipients} />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Select
            label={said.sendFrom}
            data={mailboxes.map(({ id, name, address }) => ({
              value: id,
              label: name === address ? address : `${name} · ${address}`,
            }))}
            allowDeselect={false}
            value={from}
            onChange={(next) => setFrom(next ?? from)}
            miw={200}
          />
          {person && (
            <TemplateChoice
              person={person}
              chosen={{ template, language }}
              onChange={setChosen}
              onFilled={(filled) => {
                setLetter({
                  subject: answers ? letter.subject : filled.subject,
                  text: signature ? `${filled.text}\n\n${signature}` : filled.text,
                })
                setMissing(filled.missing)
              }}
            />
          )}
        </Group>
        {missing.length > 0 && (
          <Alert color="yellow" role="status">
            {said.missing(missing.map((name) => said.fields[name] ?? name).join(', '))}
          </Alert>
        )}
        <TextInput
          label={said.subject}
          required
          maxLength={400}
          value={letter.subject}
          error={refused === 'subject' && send.error?.message}
          onChange={(event) => setLetter({ ...letter, subject: event.currentTarget.value })}
        />
        <Textarea
          ref={words}
          label={said.text}
          required
          autosize
          minRows={8}
          maxRows={24}
          maxLength={50_000}
          data-autofocus
          value={letter.text}
          error={refused === 'text' && send.error?.message}
          onChange={(event) => setLetter({ ...letter, text: event.currentTarget.value })}
        />
        <FilesPart files={files} recipients={recipients} fault={send.error} onChange={setFiles} />
        {refused && !['to', 'cc', 'subject', 'text', 'files'].includes(refused) && (
          <Alert color="red" role="alert">
            {send.error?.message}
          </Alert>
        )}
        <Text size="xs" c="dimmed">
          {isAlone && said.noticeRides} {said.marketing}
        </Text>
        <FormFoot label={said.send} busy={send.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}

function fieldOf(fault: unknown): string | null {
  return fault instanceof Problem && fault.status !== 401 && fault.status !== 503
    ? (fault.detail.field ?? 'form')
    : null
}
