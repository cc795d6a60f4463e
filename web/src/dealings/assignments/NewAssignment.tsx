import { Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useAddedToNew } from '../AddedInputs.tsx'
import { PartyChooser } from '../chain/PartyChooser.tsx'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import type { Party } from '../contract.ts'
import { dayFrom } from '../day-from.ts'

/** Opening an assignment: for whom, what, from when. Its contact list is made on its card. */
export function NewAssignment({
  party: given,
  order,
  contract,
  title: of = '',
  onClose,
}: {
  party?: Party
  order?: string
  contract?: string
  title?: string
  onClose: () => void
}) {
  const said = useChainTexts()
  const { ui } = useTexts()
  const navigate = useNavigate()
  const [party, setParty] = useState<Party>(given ?? {})
  const [typed, setTyped] = useState({ title: of, text: '', startsOn: dayFrom(0), endsOn: '' })
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const { endsOn, ...words } = typed
  const { contact: _, ...whose } = party // whoever works on it goes on its contact list
  const added = useAddedToNew('assignment')
  const open = useMove({
    run: () =>
      api.post<{ id: string }>('/assignments', {
        ...{ ...whose, ...words },
        ...(endsOn ? { endsOn } : {}),
        ...(order ? { order } : {}),
        ...(contract ? { contract } : {}),
        ...added.body(),
      }),
    done: said.assignmentOpened,
    then: ({ id }) => {
      onClose()
      navigate({ to: to.assignment(id) })
    },
  })
  const errorOf = (field: string) => (open.fault?.field === field ? open.fault.said : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={said.add.assignments} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          {!given && <PartyChooser value={party} onChange={setParty} />}
          <TextInput
            label={said.assignmentTitle}
            required
            maxLength={200}
            data-autofocus
            value={typed.title}
            error={errorOf('title') ?? errorOf('com.contracts') ?? errorOf('party')}
            onChange={(event) => type({ title: event.currentTarget.value })}
          />
          <Textarea
            label={said.assignmentText}
            autosize
            minRows={3}
            maxLength={8000}
            value={typed.text}
            onChange={(event) => type({ text: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={said.startsOn}
              required
              value={typed.startsOn}
              error={errorOf('startsOn')}
              onChange={(event) => type({ startsOn: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={said.endsOn}
              value={typed.endsOn}
              error={errorOf('endsOn')}
              onChange={(event) => type({ endsOn: event.currentTarget.value })}
            />
          </Group>
          {added.inputs(open.error)}
          <FormFoot label={said.add.assignments} busy={open.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
