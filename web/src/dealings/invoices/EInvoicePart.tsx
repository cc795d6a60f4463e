import { Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { OriginTag } from '../../register/OriginTag.tsx'
import { sourcesQuery } from '../../register/queries.ts'
import { capital, useSay, useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useMove } from '../chain/useMove.ts'
import type { EAddress } from './contract.ts'
import { eAddressQuery } from './queries.ts'
import { useInvoiceTexts } from './texts.ts'

/** Where the e-invoices of a company go; under its invoices. */
export function EInvoicePart({ company, mayChange }: { company: string; mayChange: boolean }) {
  const said = useInvoiceTexts()
  const known = useQuery(eAddressQuery(company)).data
  const [opened, setOpened] = useState(false)
  const sources = useQuery(sourcesQuery).data ?? []
  const labelOf = (id: string) => sources.find((one) => one.id === id)?.label
  if (!known) return null
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap" mt="sm">
      <Text size="xs" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        {known.eAddress ? `${said.eInvoices}: ${known.eAddress} · ${known.eOperator}` : said.noEInvoices}
        {known.source && (
          <OriginTag
            field={said.eInvoices}
            origin={{
              source: known.source,
              label: labelOf(known.source),
              note: known.sourceNote,
              at: known.enteredAt,
              document: known.document,
            }}
          />
        )}
      </Text>
      {mayChange && (
        <WriteButton size="compact-xs" variant="subtle" onClick={() => setOpened(true)}>
          {known.eAddress ? said.change : said.addEAddress}
        </WriteButton>
      )}
      {opened && <EAddressForm company={company} known={known} onClose={() => setOpened(false)} />}
    </Group>
  )
}

function EAddressForm({ company, known, onClose }: { company: string; known: EAddress; onClose: () => void }) {
  const said = useInvoiceTexts()
  const { ui } = useTexts()
  const [eAddress, setAddress] = useState(known.eAddress ?? '')
  const [eOperator, setOperator] = useState(known.eOperator ?? '')
  const [source, setSource] = useState('contact')
  const [revision] = useState(known.revision)
  const { register } = useTexts()
  const say = useSay()
  const sources = (useQuery(sourcesQuery).data ?? []).filter(({ noteRequired }) => !noteRequired)
  const keep = useMove({
    run: () =>
      api.put(`/companies/${company}/e-invoice-address`, {
        ...{ eAddress, eOperator, revision },
        ...(eAddress ? { source } : {}),
      }),
    done: said.settingsSaved,
    then: onClose,
  })
  const errorOf = (field: string) => (keep.fault?.field === field ? keep.fault.said : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={said.eInvoices} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <TextInput
            label={said.eAddress}
            data-autofocus
            maxLength={60}
            value={eAddress}
            error={errorOf('eAddress')}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <TextInput
            label={said.eOperator}
            maxLength={40}
            value={eOperator}
            error={errorOf('eOperator')}
            onChange={(event) => setOperator(event.currentTarget.value)}
          />
          <Select
            data-asks="source"
            label={register.sourceChoose}
            allowDeselect={false}
            value={source}
            error={errorOf('source')}
            data={sources.map(({ id, label }) => ({ value: id, label: capital(say(label) || id) }))}
            onChange={(one) => setSource(one ?? source)}
          />
          <FormFoot label={said.keep} busy={keep.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
