import { Anchor, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconDeviceFloppy, IconFileInvoice } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import type { Language } from '../../contract.ts'
import { to } from '../../to.ts'
import { NewContent } from '../../ui/NewContent.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { latest } from '../../ui/useDeed.ts'
import { useTyped } from '../../ui/useTyped.ts'
import { AskWhy } from '../chain/AskWhy.tsx'
import { useMove } from '../chain/useMove.ts'
import { LineEditor } from '../lines/LineEditor.tsx'
import type { InvoiceSeen } from './contract.ts'
import { TermsEditor } from './TermsEditor.tsx'
import { useInvoiceTexts } from './texts.ts'

const typedOf = (invoice: InvoiceSeen) => ({
  ...{ lines: invoice.lines, terms: invoice.terms, language: invoice.language },
  ...{ debtorAddress: invoice.debtorAddress ?? '', debtorVatNumber: invoice.debtorVatNumber ?? '' },
  ...{ deliveredOn: invoice.deliveredOn ?? '', yourReference: invoice.yourReference ?? '' },
  ...{ ourReference: invoice.ourReference ?? '', exemption: invoice.exemption ?? '', text: invoice.text ?? '' },
})

/** An invoice being written: saved as often as one likes, and locked once it is issued. */
export function InvoiceDraft({ invoice }: { invoice: InvoiceSeen }) {
  const said = useInvoiceTexts()
  const { id } = invoice
  const { typed, type, isChanged, revision, saved, news } = useTyped(invoice, typedOf)
  const [asking, setAsking] = useState(false)
  const write = async () => {
    if (!isChanged) return revision
    await api.patch(`/invoices/${id}`, { ...typed, deliveredOn: typed.deliveredOn || null, revision }, revision)
    saved(revision + 1)
    return revision + 1
  }
  const save = useMove({ run: write, done: said.saved })
  const issue = useMove({
    run: async () => api.post<{ number: string }>(`/invoices/${id}/issue`, { revision: await write() }),
    done: said.issuedNow,
    then: () => setAsking(false),
  })
  const { fault } = latest(save, issue)
  const errorOf = (field: string) => (fault?.field === field ? fault.said : undefined)
  const isWithoutVat = typed.lines.some(({ vatCategory }) => vatCategory !== 'S')
  const text = (field: 'yourReference' | 'ourReference' | 'debtorVatNumber', hint?: string) => (
    <TextInput
      label={said[field === 'debtorVatNumber' ? 'vatNumber' : field]}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      miw={150}
      maxLength={field === 'debtorVatNumber' ? 20 : 100}
      value={typed[field]}
      error={errorOf(field)}
      onChange={(event) => type({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <Sheet title={said.invoice}>
      <Stack gap="lg">
        <LineEditor
          lines={typed.lines}
          onChange={(lines) => type({ lines })}
          language={typed.language}
          company={invoice.organisationId ?? undefined}
          groupCompany={invoice.groupCompany}
          fault={fault}
          negative
        />
        {isWithoutVat && (
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <Textarea
              label={said.exemption}
              description={said.exemptionHint}
              autosize
              miw={220}
              maxLength={400}
              value={typed.exemption}
              error={errorOf('exemption')}
              onChange={(event) => type({ exemption: event.currentTarget.value })}
            />
            {text('debtorVatNumber', said.vatNumberHint)}
          </Group>
        )}
        <TermsEditor terms={typed.terms} onChange={(terms) => type({ terms })} error={errorOf('terms')} />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput
            type="date"
            label={said.deliveredOn}
            description={said.deliveredHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            miw={150}
            value={typed.deliveredOn}
            error={errorOf('deliveredOn')}
            onChange={(event) => type({ deliveredOn: event.currentTarget.value })}
          />
          {text('yourReference')}
          {text('ourReference')}
          <Select
            label={said.language}
            allowDeselect={false}
            miw={130}
            data={Object.entries(said.languages).map(([value, label]) => ({ value, label }))}
            value={typed.language}
            onChange={(language) => type({ language: (language ?? 'fi') as Language })}
          />
        </Group>
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Textarea
            label={said.address}
            autosize
            minRows={2}
            miw={220}
            maxLength={600}
            value={typed.debtorAddress}
            error={
              errorOf('debtorAddress') && (
                <>
                  {errorOf('debtorAddress')}{' '}
                  {invoice.organisationId && (
                    <Anchor component={Link} to={to.company(invoice.organisationId)} size="xs">
                      {said.companyCard}
                    </Anchor>
                  )}
                </>
              )
            }
            onChange={(event) => type({ debtorAddress: event.currentTarget.value })}
          />
          <Textarea
            label={said.text}
            autosize
            minRows={2}
            miw={220}
            maxLength={4000}
            value={typed.text}
            error={errorOf('com.invoicing')}
            onChange={(event) => type({ text: event.currentTarget.value })}
          />
        </Group>
        {fault && !shown.test(fault.field) && (
          <Text size="sm" c="red" role="alert">
            {fault.said}
          </Text>
        )}
        <NewContent news={news} />
        <Group justify="flex-end" gap="sm">
          <WriteButton
            variant="default"
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {said.save}
          </WriteButton>
          <WriteButton leftSection={<IconFileInvoice size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {said.issue}
          </WriteButton>
        </Group>
      </Stack>
      <AskWhy
        title={said.issue}
        text={fault?.said ?? said.issueAsk}
        label={said.issue}
        asks={{}}
        opened={asking}
        busy={issue.isPending}
        onClose={() => setAsking(false)}
        onDone={() => issue.mutate(undefined, { onError: () => setAsking(false) })}
      />
    </Sheet>
  )
}

// The fields that show their own refusal.
const shown =
  /^(lines|terms|deliveredOn|yourReference|ourReference|debtorVatNumber|exemption|debtorAddress|com\.invoicing)/
