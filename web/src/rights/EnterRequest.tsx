import { Button, Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import type { Found } from '../register/contract.ts'
import { RecordFinder } from '../register/RecordFinder.tsx'
import { useSpeech, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { RightsRequest } from './contract.ts'
import { useRightsTexts } from './texts.ts'

/** Writes down a request that came by phone, letter, mail or face to face, with the day it first came. */
export function EnterRequest() {
  const said = useRightsTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <WriteButton leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {said.enter}
      </WriteButton>
      <Dialog
        opened={opened}
        onClose={close}
        title={said.enter}
        size="lg"
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <RequestForm onDone={close} />
      </Dialog>
    </>
  )
}

const vias = ['phone', 'letter', 'mail', 'in-person']

function RequestForm({ onDone }: { onDone: () => void }) {
  const said = useRightsTexts()
  const { language } = useSpeech()
  const navigate = useNavigate()
  const [form, setForm] = useState({
    ...{ kind: 'access', via: 'phone', receivedAt: nowHere(), name: '', address: '', text: '' },
    ...{ language: language as string, stop: false, capacity: 'self', mandate: '' },
  })
  const [person, setPerson] = useState<Found | null>(null)
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const enter = useDeed({
    run: () => api.post<RightsRequest>('/requests', bodyOf(form, person)),
    done: said.entered,
    refreshes: [['requests']],
    then: ({ id }) => {
      onDone()
      navigate({ to: to.request(id) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  const data = (words: Record<string, string>, values = Object.keys(words)) =>
    values.map((value) => ({ value, label: words[value] ?? value }))
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Select
          label={said.form.kind}
          allowDeselect={false}
          value={form.kind}
          data={data(said.kinds)}
          onChange={(kind) => set({ kind: kind ?? form.kind })}
        />
        <Select
          label={said.form.via}
          allowDeselect={false}
          value={form.via}
          data={data(said.ways, vias)}
          onChange={(via) => set({ via: via ?? form.via })}
        />
        <TextInput
          type="datetime-local"
          label={said.form.receivedAt}
          required
          value={form.receivedAt}
          onChange={(event) => set({ receivedAt: event.currentTarget.value })}
        />
        <div>
          <Text size="sm" fw={500}>
            {said.form.person}
          </Text>
          {person && (
            <Text size="sm">
              {person.title}{' '}
              <Button size="compact-xs" variant="subtle" onClick={() => setPerson(null)}>
                ×
              </Button>
            </Text>
          )}
          <RecordFinder label={said.form.person} kinds={['person']} onChoose={setPerson} />
        </div>
        <TextInput
          label={said.form.name}
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={said.form.address}
          description={said.form.addressHint}
          value={form.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
        <Textarea
          label={said.form.text}
          autosize
          minRows={3}
          value={form.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <Select
          label={said.form.language}
          allowDeselect={false}
          value={form.language}
          data={data(said.languages)}
          onChange={(one) => set({ language: one ?? form.language })}
        />
        <Select
          label={said.form.capacity}
          allowDeselect={false}
          value={form.capacity}
          data={data(said.form.capacities)}
          onChange={(one) => set({ capacity: one ?? form.capacity })}
        />
        {form.capacity !== 'self' && (
          <TextInput
            label={said.form.mandate}
            value={form.mandate}
            onChange={(event) => set({ mandate: event.currentTarget.value })}
          />
        )}
        {form.kind !== 'objection-to-marketing' && (
          <Checkbox
            label={said.form.stop}
            checked={form.stop}
            onChange={(event) => set({ stop: event.currentTarget.checked })}
          />
        )}
        <FormFoot label={said.enter} busy={enter.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}

interface Entered {
  kind: string
  via: string
  receivedAt: string
  name: string
  address: string
  text: string
  language: string
  stop: boolean
  capacity: string
  mandate: string
}

function bodyOf({ receivedAt, name, address, mandate, stop, ...rest }: Entered, person: Found | null) {
  return {
    ...rest,
    receivedAt: new Date(receivedAt).toISOString(),
    alsoStopMarketing: stop,
    ...(person ? { person: person.id } : {}),
    ...(name ? { name } : {}),
    ...(address ? { address } : {}),
    ...(mandate ? { mandate } : {}),
  }
}

/** What a field for a day and a time takes, on the clock of this machine. */
function nowHere() {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
