import { Stack, Text } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import type { SearchWords } from '../../search-words.ts'
import { to } from '../../to.ts'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useAddedToNew } from '../AddedInputs.tsx'
import { PartyChooser } from '../chain/PartyChooser.tsx'
import { useMove } from '../chain/useMove.ts'
import type { Party } from '../contract.ts'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { useInvoiceTexts } from './texts.ts'

/** Whom to bill; the rest is written in the draft. */
export function NewInvoiceScreen() {
  const said = useInvoiceTexts()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as SearchWords
  const whose = useGroupCompany()
  const [party, setParty] = useState<Party>({
    ...(search.company ? { company: search.company } : {}),
    ...(search.person ? { person: search.person } : {}),
    ...(search.contact ? { contact: search.contact } : {}),
  })
  const added = useAddedToNew('invoice')
  const begin = useMove({
    run: () =>
      api.post<{ id: string }>('/invoices/drafts', { ...party, groupCompany: whose.groupCompany, ...added.body() }),
    done: said.begun,
    then: ({ id }) => navigate({ to: to.invoice(id) }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate()
  }
  return (
    <>
      <PageHead
        title={said.newInvoice}
        under={said.newInvoiceUnder}
        crumbs={[{ to: to.invoices(), label: said.invoices }]}
      />
      <Sheet title={said.debtor} maw={720}>
        <Form onSubmit={submit}>
          <Stack>
            <GroupCompanyChoice of={whose} label />
            <PartyChooser value={party} groupCompany={whose.groupCompany} onChange={setParty} />
            {added.inputs(begin.error, 'due')}
            {begin.fault && (
              <Text size="sm" c="red" role="alert">
                {begin.fault.said}
              </Text>
            )}
            <FormFoot label={said.begin} busy={begin.isPending} onCancel={() => navigate({ to: to.invoices() })} />
          </Stack>
        </Form>
      </Sheet>
    </>
  )
}
