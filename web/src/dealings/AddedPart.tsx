import { Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api, Problem } from '../api.ts'
import type { DealSubject } from '../register/contract.ts'
import { fieldsQuery } from '../register/queries.ts'
import { reasonOf } from '../statement/reason.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NewContent } from '../ui/NewContent.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { useTyped } from '../ui/useTyped.ts'
import { AddedInputs, isAsked, useAddedBody } from './AddedInputs.tsx'
import { useAddedTexts } from './added.texts.ts'

type Values = Record<string, unknown>

interface Beside {
  subject: DealSubject
  /** The record that they lie beside: `/quotes/…`. */
  of: string
}

/** The house's own notes beside a record, as the statement names them; nothing where it names none. They change when the record is locked too. */
export function AddedPart(beside: Beside) {
  const { title } = useAddedTexts()
  const form = useAddedForm(beside)
  return form && <Sheet title={title}>{form}</Sheet>
}

/** The same in a window, opened from the row of a record that has no card of its own. */
export function AddedDialog({ onClose, ...beside }: Beside & { onClose: () => void }) {
  const { title } = useAddedTexts()
  const { ui } = useTexts()
  return (
    <Dialog opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': ui.close }}>
      {useAddedForm(beside)}
    </Dialog>
  )
}

function useAddedForm({ subject, of }: Beside) {
  const path = `${of}/values`
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  const isSeen = fields.some(({ may }) => may?.read.allowed ?? true)
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ['added', of],
    queryFn: ({ signal }) => api.get<{ values: Values }>(path, signal),
    enabled: isSeen,
  })
  if (!isSeen || !data) return null
  return <AddedForm key={of} subject={subject} of={of} held={{ ...data, revision: dataUpdatedAt }} />
}

/** What is held, and as its revision when it was read: the server is told what was read, and says whether that still stands. */
interface Held {
  values: Values
  revision: number
}

function AddedForm({ subject, of, held }: Beside & { held: Held }) {
  const said = useAddedTexts()
  const texts = useTexts()
  const say = useSay()
  const { typed, type, isChanged, read, saved, news } = useTyped(held, ({ values }) => values)
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  const addedBody = useAddedBody(subject)
  const save = useDeed({
    run: async () => {
      await api.patch(`${of}/values`, { ...addedBody(typed, read), read }, '*')
      saved(Date.now())
    },
    done: said.saved,
    refreshes: [['added', of], ['dealings']],
    quiet: (fault) => fault instanceof Problem && fault.code !== 'EDITED_MEANWHILE' && Boolean(fault.detail.field),
  })
  const isEdited = save.error instanceof Problem && save.error.code === 'EDITED_MEANWHILE'
  const fault = isEdited && !news.isBehind ? null : save.error
  const verdicts = fields.map(({ may }) => may?.write)
  const missing = fields
    .filter((field) => isAsked(field) && (held.values[field.id] ?? null) === null)
    .map(({ label }) => say(label))
  const why = verdicts.some((verdict) => verdict?.allowed ?? true) ? null : reasonOf(verdicts[0], texts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {said.notOnPaper}
        </Text>
        {missing.length > 0 && (
          <Text size="sm" c="var(--mantine-color-error)">
            {said.must} {missing.join(', ')}
          </Text>
        )}
        <AddedInputs subject={subject} values={typed} fault={fault} onChange={type} />
        <NewContent news={news} />
        {!why && (
          <Group justify="flex-end">
            <WriteButton type="submit" variant="default" reason={null} loading={save.isPending} disabled={!isChanged}>
              {texts.ui.save}
            </WriteButton>
          </Group>
        )}
      </Stack>
    </form>
  )
}
