import { Group, NumberInput, Stack, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { NewContent } from '../../ui/NewContent.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useTyped } from '../../ui/useTyped.ts'
import { useMove } from '../chain/useMove.ts'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { NumberCell } from '../lines/NumberCell.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { Invoicing } from './contract.ts'
import { invoicingQuery } from './queries.ts'
import { RatesPart } from './RatesPart.tsx'
import { useInvoiceTexts } from './texts.ts'

/** How the group company invoices, or that it does not do it here. */
export function InvoicingScreen() {
  const said = useInvoiceTexts()
  const whose = useGroupCompany()
  const known = useQuery(invoicingQuery(whose.groupCompany))
  return (
    <>
      <PageHead
        title={said.settings}
        crumbs={[{ to: to.invoices(), label: said.invoices }]}
        actions={<GroupCompanyChoice of={whose} />}
      />
      <Stack gap="lg" maw={820}>
        <Asked query={known}>{(one) => <InvoicingForm key={one.groupCompany} invoicing={one} />}</Asked>
        <RatesPart />
      </Stack>
    </>
  )
}

function InvoicingForm({ invoicing }: { invoicing: Invoicing }) {
  const said = useInvoiceTexts()
  const { decimal } = useFigures()
  const { typed, type, revision, saved, news } = useTyped(invoicing, ({ revision: _, ...rest }) => rest)
  const [account = { iban: '', bic: null }, ...others] = typed.accounts
  const save = useMove({
    run: async () => {
      const accounts = [account, ...others].filter(({ iban }) => iban.trim())
      const answer = await api.put<{ revision: number }>('/invoicing', { ...typed, accounts, revision })
      saved(answer.revision)
    },
    done: said.settingsSaved,
  })
  const errorOf = (field: string) => (save.fault?.field === field ? save.fault.said : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const text = (field: 'vatNumber' | 'eAddress' | 'eOperator' | 'collector', label: string, hint?: string) => (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      miw={200}
      value={typed[field] ?? ''}
      error={errorOf(field)}
      onChange={(event) => type({ [field]: event.currentTarget.value || null })}
    />
  )
  return (
    <Sheet>
      <form onSubmit={submit}>
        <Stack gap="lg">
          <Switch
            label={said.issues}
            description={said.issuesHint}
            checked={typed.issues}
            onChange={(event) => type({ issues: event.currentTarget.checked })}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput
              label={said.iban}
              miw={240}
              value={account.iban}
              error={errorOf('accounts.0.iban')}
              onChange={(event) => type({ accounts: [{ ...account, iban: event.currentTarget.value }, ...others] })}
            />
            <TextInput
              label={said.bic}
              miw={140}
              value={account.bic ?? ''}
              error={errorOf('accounts.0.bic')}
              onChange={(event) =>
                type({ accounts: [{ ...account, bic: event.currentTarget.value || null }, ...others] })
              }
            />
            {text('vatNumber', said.ownVatNumber)}
          </Group>
          <Group grow align="flex-start" preventGrowOverflow={false}>
            {text('eAddress', said.eAddress)}
            {text('eOperator', said.eOperator)}
          </Group>
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <NumberCell
              label={said.paymentDays}
              showLabel
              parts={1}
              decimals={0}
              value={typed.paymentDays}
              error={errorOf('paymentDays')}
              onChange={(paymentDays) => type({ paymentDays })}
            />
            <NumberInput
              label={said.reminderFee}
              description={said.reminderFeeHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              hideControls
              decimalScale={2}
              decimalSeparator={decimal}
              allowedDecimalSeparators={[',', '.']}
              suffix=" €"
              value={typed.reminderFee / 100}
              error={errorOf('reminderFee')}
              onChange={(euros) => type({ reminderFee: Math.round(Number(euros) * 100) })}
            />
            <NumberInput
              label={said.lateInterest}
              description={said.lateInterestHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              hideControls
              decimalScale={2}
              decimalSeparator={decimal}
              allowedDecimalSeparators={[',', '.']}
              value={typed.lateInterest === null ? '' : typed.lateInterest / 100}
              error={errorOf('lateInterest')}
              onChange={(share) => type({ lateInterest: share === '' ? null : Math.round(Number(share) * 100) })}
            />
          </Group>
          {text('collector', said.collector, said.collectorHint)}
          <NewContent news={news} />
          <Group justify="flex-end">
            <WriteButton type="submit" loading={save.isPending}>
              {said.keep}
            </WriteButton>
          </Group>
        </Stack>
      </form>
    </Sheet>
  )
}
