import { Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api, Problem } from '../api.ts'
import { fieldsQuery } from '../register/queries.ts'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { AddedInputs, useAddedBody } from './AddedInputs.tsx'
import { useAddedTexts } from './added.texts.ts'

type Values = Record<string, unknown>
type Document = 'quote' | 'order' | 'contract' | 'delivery'

const paths = { quote: 'quotes', order: 'orders', contract: 'contracts', delivery: 'deliveries' } as const

/** The house's own notes beside a document, as the statement names them; nothing where it names none. They change when the document is locked too. */
export function AddedPart({ subject, id }: { subject: Document; id: string }) {
  const path = `/${paths[subject]}/${id}/values`
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  const isSeen = fields.some(({ may }) => may?.read.allowed ?? true)
  const held = useQuery({
    queryKey: ['added', subject, id],
    queryFn: ({ signal }) => api.get<{ values: Values }>(path, signal),
    enabled: isSeen,
  }).data
  if (!isSeen || !held) return null
  return <AddedForm key={JSON.stringify(held.values)} subject={subject} path={path} read={held.values} />
}

function AddedForm({ subject, path, read }: { subject: Document; path: string; read: Values }) {
  const said = useAddedTexts()
  const texts = useTexts()
  const [typed, setTyped] = useState(read)
  const fields = useQuery(fieldsQuery(subject)).data ?? []
  const addedBody = useAddedBody(subject)
  const save = useDeed({
    run: () => api.patch(path, { ...addedBody(typed, read), read }, '*'),
    done: said.saved,
    refreshes: [['added', subject]],
    quiet: (fault) => fault instanceof Problem && fault.code !== 'EDITED_MEANWHILE' && Boolean(fault.detail.field),
  })
  const verdicts = fields.map(({ may }) => may?.write)
  const why = verdicts.some((verdict) => verdict?.allowed ?? true) ? null : reasonOf(verdicts[0], texts)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Sheet title={said.title}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {said.notOnPaper}
          </Text>
          <AddedInputs subject={subject} values={typed} fault={save.error} onChange={setTyped} />
          {!why && (
            <Group justify="flex-end">
              <WriteButton
                type="submit"
                variant="default"
                reason={null}
                loading={save.isPending}
                disabled={JSON.stringify(typed) === JSON.stringify(read)}
              >
                {texts.ui.save}
              </WriteButton>
            </Group>
          )}
        </Stack>
      </form>
    </Sheet>
  )
}
