import { ActionIcon, Select, Stack, Text, Textarea, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { api } from '../api.ts'
import { useNewAsked } from '../new-asked.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Enquiry, Found } from './contract.ts'
import { RecordFinder } from './RecordFinder.tsx'
import { type SaidSource, SourceChoice, useSourceAtFirst } from './SourceChoice.tsx'

const channels = ['phone', 'email', 'meeting', 'letter', 'other']

/** Writes down what somebody said by phone, by letter or face to face. */
export function EnterEnquiry() {
  const { register, ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const { enquiries: said } = register
  const halted = useHaltedReason()
  useNewAsked(open, halted === null)
  return (
    <>
      <Tooltip label={halted ?? said.create}>
        <ActionIcon
          size={36}
          aria-label={[said.create, halted].filter(Boolean).join('. ')}
          data-disabled={halted !== null || undefined}
          aria-disabled={halted !== null}
          onClick={() => !halted && open()}
        >
          <IconPlus size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Dialog
        opened={opened}
        onClose={close}
        title={said.create}
        size="lg"
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <EnquiryForm onDone={close} />
      </Dialog>
    </>
  )
}

function EnquiryForm({ onDone }: { onDone: () => void }) {
  const { register } = useTexts()
  const { enquiries: said } = register
  const navigate = useNavigate()
  const [channel, setChannel] = useState('phone')
  const [message, setMessage] = useState('')
  const [about, setAbout] = useState<{ person?: Found; company?: Found }>({})
  const [chosen, setSource] = useState<SaidSource | null>(null)
  const first = useSourceAtFirst()
  const enter = useDeed({
    run: () =>
      api.post<Enquiry>('/enquiries', {
        channel,
        message,
        ...(about.person ? { person: about.person.id } : {}),
        ...(about.company ? { company: about.company.id } : {}),
        ...(chosen ?? first),
      }),
    done: said.created,
    refreshes: [['enquiries']],
    then: ({ id }) => {
      onDone()
      navigate({ to: to.enquiry(id) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Select
          label={said.way}
          allowDeselect={false}
          value={channel}
          onChange={(way) => setChannel(way ?? channel)}
          data={channels.map((value) => ({ value, label: said.ways[value] ?? value }))}
        />
        {(['person', 'company'] as const).map((kind) => (
          <div key={kind}>
            <Text size="sm" fw={500}>
              {register[kind]}
            </Text>
            {about[kind] && <Text size="sm">{about[kind].title}</Text>}
            <RecordFinder
              label={register[kind]}
              kinds={[kind]}
              onChoose={(hit) => setAbout({ ...about, [kind]: hit })}
            />
          </div>
        ))}
        <Textarea
          label={said.message}
          required
          autosize
          minRows={4}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <SourceChoice said={chosen ?? first} onChange={setSource} />
        <FormFoot label={said.create} busy={enter.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
