import { Alert, Anchor, Input, Stack } from '@mantine/core'
import { IconMessageQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { meQuery } from '../../access/queries.ts'
import { api, Problem } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useAddedToNew } from '../AddedInputs.tsx'
import { GivenFields, givenOf, nothingGiven } from '../chain/GivenFields.tsx'
import { PartyChooser } from '../chain/PartyChooser.tsx'
import { useMove } from '../chain/useMove.ts'
import type { Party } from '../contract.ts'
import { RequestFields, requestOf, type TypedRequest } from './RequestFields.tsx'
import { useQuoteRequestTexts } from './texts.ts'

/** Noting a request for a quote: for whom may be known from a card, an enquiry or an opportunity. */
export function NewQuoteRequest({
  of = null,
  party: known = {},
  said: begun = {},
  onClose,
}: {
  /** What it is made of, such as `/enquiries/…`: the server knows whose that is. */
  of?: string | null
  party?: Party
  said?: Partial<TypedRequest>
  onClose: () => void
}) {
  const said = useQuoteRequestTexts()
  const { ui } = useTexts()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const [party, setParty] = useState(known)
  const [isNobody, setNobody] = useState(false)
  const [given, setGiven] = useState(nothingGiven)
  const [typed, setTyped] = useState<TypedRequest>({
    ...{ title: '', wish: '', answerBy: '', wantedOn: '', buyerReference: '', lines: [] },
    ...{ contact: known.contact ?? null, owner: me?.staff.id ?? null },
    ...begun,
  })
  const added = useAddedToNew('quote_request')
  const note = useMove<void, { id: string }>({
    run: () => {
      const { contact: _, ...whose } = party
      return of
        ? api.post(`${of}/quote-request`, { ...withoutContact(requestOf(typed), party), ...added.body() })
        : api.post('/quote-requests', { ...whose, ...requestOf(typed), ...givenOf(given), ...added.body() })
    },
    done: said.noted,
    then: ({ id }) => navigate({ to: to.quoteRequest(id) }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const nobody = !of && !party.company && !party.person
    setNobody(nobody)
    if (!nobody) note.mutate()
  }
  // A colleague noted it while this was being written.
  const noted = note.error instanceof Problem ? note.error.detail.request : null
  const isOfParty = note.fault && ['party', 'company', 'person'].includes(note.fault.field)
  return (
    <Dialog opened onClose={onClose} title={said.add} size="xl" closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          {!of && (
            <Input.Wrapper
              label={said.customer}
              labelElement="div"
              withAsterisk
              error={isNobody ? said.whoMissing : isOfParty ? note.fault?.said : undefined}
            >
              <PartyChooser
                value={party}
                onChange={(chosen) => {
                  setParty(chosen)
                  setNobody(false)
                  setTyped({ ...typed, contact: chosen.contact ?? null })
                }}
              />
            </Input.Wrapper>
          )}
          <RequestFields
            typed={typed}
            fault={note.fault}
            company={party.company}
            onType={(part) => setTyped({ ...typed, ...part })}
          />
          {!of && <GivenFields value={given} onChange={setGiven} fault={note.fault} />}
          {added.inputs(note.error)}
          {typeof noted === 'string' && (
            <Alert color="yellow" role="alert" icon={<IconMessageQuestion size={18} aria-hidden />}>
              {note.fault?.said}{' '}
              <Anchor component={Link} to={to.quoteRequest(noted)} inherit>
                {said.openHere}
              </Anchor>
            </Alert>
          )}
          <FormFoot label={said.note} busy={note.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}

// Whoever wrote is the contact of what they wrote, unless the form could show another.
function withoutContact({ contact, ...rest }: ReturnType<typeof requestOf>, { company }: Party) {
  return company ? { ...rest, contact } : rest
}
