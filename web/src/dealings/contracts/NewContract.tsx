import { Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useAddedToNew } from '../AddedInputs.tsx'
import { GivenFields, givenOf, nothingGiven } from '../chain/GivenFields.tsx'
import { PartyChooser } from '../chain/PartyChooser.tsx'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import type { Party } from '../contract.ts'
import { dayFrom } from '../day-from.ts'

/** Beginning a contract (S6.4): with whom, of what, from when. The rest is written in its draft. */
export function NewContract({
  party: given,
  order,
  title: of = '',
  onClose,
}: {
  party?: Party
  order?: string
  title?: string
  onClose: () => void
}) {
  const said = useChainTexts()
  const { ui } = useTexts()
  const navigate = useNavigate()
  const [party, setParty] = useState<Party>(given ?? {})
  const [title, setTitle] = useState(of)
  const [startsOn, setStartsOn] = useState(dayFrom(0))
  const [gave, setGave] = useState(nothingGiven)
  const added = useAddedToNew('contract')
  const draft = useMove({
    run: () =>
      api.post<{ id: string }>('/contracts', {
        ...party,
        title,
        startsOn,
        ...(order ? { order } : {}),
        ...givenOf(gave),
        ...added.body(),
      }),
    done: said.drafted,
    then: ({ id }) => {
      onClose()
      navigate({ to: to.contract(id) })
    },
  })
  const errorOf = (field: string) => (draft.fault?.field === field ? draft.fault.said : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draft.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={said.add.contracts} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          {!given && <PartyChooser value={party} onChange={setParty} />}
          <TextInput
            label={said.contractTitle}
            required
            maxLength={200}
            data-autofocus
            value={title}
            error={errorOf('title') ?? errorOf('com.contracts') ?? errorOf('party')}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={said.startsOn}
            required
            value={startsOn}
            error={errorOf('startsOn')}
            onChange={(event) => setStartsOn(event.currentTarget.value)}
          />
          <GivenFields value={gave} onChange={setGave} fault={draft.fault} />
          {added.inputs(draft.error)}
          <FormFoot label={said.add.contracts} busy={draft.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
