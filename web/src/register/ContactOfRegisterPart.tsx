import { Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { colleaguesQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { Clause } from '../statement/Clause.tsx'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { ContactOfRegister } from './contract.ts'
import { contactQuery } from './queries.ts'

/** S3: who answers for the register, who stands in, and who covers the holiday. */
export function ContactOfRegisterPart() {
  const {
    register: { contact: said },
    ui,
  } = useTexts()
  const { day } = useFormat()
  const [opened, { open, close }] = useDisclosure(false)
  const contact = useQuery(contactQuery)
  return (
    <Sheet
      title={
        <>
          {said.title} <Clause id="S3.1" />
        </>
      }
      actions={
        <WriteButton variant="default" size="xs" onClick={open}>
          {said.change}
        </WriteButton>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {said.text}
      </Text>
      <Asked query={contact}>
        {(named) => (
          <>
            <dl className="facts">
              <dt>{said.handler}</dt>
              <dd>{named?.handler?.name || said.nobody}</dd>
              <dt>{said.deputy}</dt>
              <dd>{named?.deputy?.name || said.nobody}</dd>
              {named?.cover && (
                <>
                  <dt>{said.cover}</dt>
                  <dd>
                    {named.cover.staff.name} · {day(named.cover.from)}–{day(named.cover.until)}
                  </dd>
                </>
              )}
            </dl>
            <Dialog opened={opened} onClose={close} title={said.title} closeButtonProps={{ 'aria-label': ui.close }}>
              <ContactForm named={named} onDone={close} />
            </Dialog>
          </>
        )}
      </Asked>
    </Sheet>
  )
}

function ContactForm({ named, onDone }: { named: ContactOfRegister | null; onDone: () => void }) {
  const {
    register: { contact: said },
    ui,
  } = useTexts()
  const colleagues = useQuery(colleaguesQuery).data ?? []
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }))
  const [wish, setWish] = useState({
    handler: idOf(named?.handler),
    deputy: idOf(named?.deputy),
    staff: idOf(named?.cover?.staff),
    from: named?.cover?.from ?? '',
    until: named?.cover?.until ?? '',
  })
  const { handler, deputy, staff, from, until } = wish
  const save = useDeed({
    run: () =>
      api.put('/contact-of-register', {
        handler,
        deputy,
        cover: staff && from && until ? { staff, from, until } : null,
      }),
    done: said.saved,
    refreshes: [['contact-of-register']],
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Select
          label={said.handler}
          required
          data={people}
          value={handler}
          allowDeselect={false}
          onChange={(id) => setWish({ ...wish, handler: id })}
        />
        <Select
          label={said.deputy}
          clearable
          clearButtonProps={{ 'aria-label': said.nobody }}
          data={people}
          value={deputy}
          onChange={(id) => setWish({ ...wish, deputy: id })}
        />
        <Select
          label={said.cover}
          clearable
          clearButtonProps={{ 'aria-label': said.nobody }}
          data={people}
          value={staff}
          onChange={(id) => setWish({ ...wish, staff: id })}
        />
        {staff && (
          <SimpleGrid cols={2}>
            <TextInput
              type="date"
              required
              label={said.coverFrom}
              value={from}
              onChange={(event) => setWish({ ...wish, from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              required
              label={said.coverUntil}
              value={until}
              onChange={(event) => setWish({ ...wish, until: event.currentTarget.value })}
            />
          </SimpleGrid>
        )}
        <FormFoot label={ui.save} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}

function idOf(who: { id: string } | null | undefined): string | null {
  return who?.id ?? null
}
