import { Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useAddedToNew } from '../AddedInputs.tsx'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import type { Party } from '../contract.ts'

/** A quote is begun in one press; where the statement says what must be said of it, `dialog` asks that first. */
export function useNewQuote() {
  const said = useChainTexts()
  const { ui } = useTexts()
  const navigate = useNavigate()
  const added = useAddedToNew('quote')
  const [asking, setAsking] = useState<Party | null>(null)
  const draft = useMove({
    run: (party: Party) => api.post<{ id: string }>('/quotes', { ...party, ...added.body() }),
    done: said.drafted,
    fields: asking !== null,
    then: ({ id }) => navigate({ to: to.quote(id) }),
  })
  const close = () => setAsking(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (asking) draft.mutate(asking)
  }
  const dialog = asking && (
    <Dialog opened onClose={close} title={said.add.quotes} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          {added.inputs(draft.error, 'due')}
          <FormFoot label={said.add.quotes} busy={draft.isPending} onCancel={close} />
        </Stack>
      </Form>
    </Dialog>
  )
  return { begin: added.isAsked ? setAsking : draft.mutate, isPending: draft.isPending, dialog }
}
