import { Alert, List, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api, Problem } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Relationship, Subject } from './contract.ts'
import { type HangingKind, useDeletionTexts } from './deletion.texts.ts'
import { OpenItems } from './OpenWork.tsx'
import { openWorkQuery } from './queries.ts'

interface Deleted {
  subject: Subject
  id: string
  name: string
  relationships: readonly Pick<Relationship, 'id'>[]
  reason: string | null
}

/** A company or person entered by mistake goes into the bin; where something hangs on it, what to do instead. */
export function DeleteRecord({ subject, id, name, relationships, reason }: Deleted) {
  const said = useDeletionTexts()
  const { ui } = useTexts()
  const navigate = useNavigate()
  const [opened, { open, close }] = useDisclosure(false)
  const words = subject === 'person' ? said.person : said.company
  const isPerson = subject === 'person'
  const remove = useDeed({
    run: async () => {
      await api.delete(`/${isPerson ? 'people' : 'companies'}/${id}`)
      // Left before anything is asked anew: there is nothing here to read any more.
      await navigate({ to: isPerson ? to.people() : to.companies(), ignoreBlocker: true })
    },
    done: words.done,
    binned: `${subject}/${id}`,
    quiet: (fault) => hangingOf(fault) !== null,
  })
  const hanging = hangingOf(remove.error)
  const shut = () => {
    close()
    remove.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate()
  }
  return (
    <>
      <WriteButton color="red" leftSection={<IconTrash size={16} aria-hidden />} reason={reason} onClick={open}>
        {said.remove}
      </WriteButton>
      <Dialog opened={opened} onClose={shut} title={words.title(name)} closeButtonProps={{ 'aria-label': ui.close }}>
        {hanging ? (
          <Hanging kinds={hanging} relationships={relationships} instead={words.instead} />
        ) : (
          <Form onSubmit={submit}>
            <Stack>
              <Text size="sm">{words.text}</Text>
              <FormFoot label={said.remove} busy={remove.isPending} onCancel={shut} color="red.9" />
            </Stack>
          </Form>
        )}
      </Dialog>
    </>
  )
}

function Hanging({
  kinds,
  relationships,
  instead,
}: Pick<Deleted, 'relationships'> & { kinds: readonly HangingKind[]; instead: string }) {
  const said = useDeletionTexts()
  const open = useQueries({
    queries: relationships.map(({ id }) => openWorkQuery(id)),
    combine: (all) => all.flatMap(({ data }, n) => (data?.length ? [{ id: relationships[n]?.id, items: data }] : [])),
  })
  return (
    <Alert color="yellow" title={said.inUse} role="alert">
      <List size="sm" spacing={2} mb="sm">
        {kinds.map((kind) => (
          <List.Item key={kind}>{said.kinds[kind] ?? said.kinds.other}</List.Item>
        ))}
      </List>
      {open.length > 0 && (
        <Stack gap={4} mb="sm">
          <Text size="sm" fw={500}>
            {said.open}
          </Text>
          {open.map(({ id, items }) => (
            <OpenItems key={id} open={items} />
          ))}
        </Stack>
      )}
      <Text size="sm">{instead}</Text>
    </Alert>
  )
}

function hangingOf(fault: unknown): HangingKind[] | null {
  if (!(fault instanceof Problem) || fault.code !== 'RECORD_IN_USE') return null
  return (fault.detail as { kinds?: HangingKind[] }).kinds ?? []
}
