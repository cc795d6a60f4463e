import { Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { api } from '../../api.ts'
import type { Language } from '../../contract.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { latest } from '../../ui/useDeed.ts'
import { useTyped } from '../../ui/useTyped.ts'
import { useBasisTexts } from '../chain/basis.texts.ts'
import { ContactChoice } from '../chain/ContactChoice.tsx'
import type { Contract } from '../chain/contract.ts'
import { DraftFoot } from '../chain/DraftFoot.tsx'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import { LineEditor } from '../lines/LineEditor.tsx'

const typedOf = (contract: Contract) => {
  const {
    title,
    text,
    contact,
    startsOn,
    endsOn,
    renewal,
    renewalMonths,
    noticeMonths,
    billingMonths,
    language,
    partPeriods,
    billedUntil,
    lines,
  } = contract
  return {
    title,
    text: text ?? '',
    contact,
    startsOn,
    endsOn: endsOn ?? '',
    renewal,
    renewalMonths,
    noticeMonths,
    billingMonths,
    language,
    partPeriods,
    billedUntil: billedUntil ?? '',
    lines,
  }
}

/** A contract being written: saved as often as one likes, and locked when it is signed. */
export function ContractDraft({ contract }: { contract: Contract }) {
  const said = useChainTexts()
  const basis = useBasisTexts()
  const { typed, type, isChanged, revision, saved, news } = useTyped(contract, typedOf)
  const write = async () => {
    if (!isChanged) return revision
    const answer = await api.patch<Contract>(
      `/contracts/${contract.id}`,
      {
        ...{ ...typed, endsOn: typed.endsOn || null, billedUntil: (typed.billingMonths && typed.billedUntil) || null },
      },
      revision,
    )
    saved(answer.revision)
    return answer.revision
  }
  const save = useMove({ run: write, done: said.saved })
  const sign = useMove({
    run: async () => {
      return api.post(`/contracts/${contract.id}/state`, { event: 'signing' }, await write())
    },
    done: said.signed,
  })
  const { fault } = latest(save, sign)
  const errorOf = (field: string) => (fault?.field === field ? fault.said : undefined)
  const number = (label: string, value: number | null, field: 'renewalMonths' | 'noticeMonths') => (
    <NumberInput
      label={label}
      miw={130}
      hideControls
      allowDecimal={false}
      value={value ?? ''}
      error={errorOf(field)}
      onChange={(next) => type({ [field]: next === '' ? (field === 'noticeMonths' ? 0 : null) : Number(next) })}
    />
  )
  return (
    <Sheet title={said.steps.contract}>
      <Stack gap="lg">
        <TextInput
          label={said.contractTitle}
          required
          maxLength={200}
          value={typed.title}
          error={errorOf('title') ?? errorOf('com.contracts')}
          onChange={(event) => type({ title: event.currentTarget.value })}
        />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput
            type="date"
            label={said.startsOn}
            required
            miw={150}
            value={typed.startsOn}
            error={errorOf('startsOn')}
            onChange={(event) => type({ startsOn: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={said.endsOn}
            description={typed.endsOn ? undefined : said.untilNotice}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            miw={150}
            value={typed.endsOn}
            error={errorOf('endsOn')}
            onChange={(event) => type({ endsOn: event.currentTarget.value })}
          />
          {contract.company && (
            <ContactChoice
              company={contract.company}
              named={contract}
              value={typed.contact}
              onChange={(contact) => type({ contact })}
            />
          )}
        </Group>
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Select
            label={said.renewal}
            miw={170}
            allowDeselect={false}
            data={Object.entries(said.renewals).map(([value, label]) => ({ value, label }))}
            value={typed.renewal}
            onChange={(renewal) => type({ renewal: renewal === 'automatic' ? 'automatic' : 'fixed' })}
          />
          {typed.renewal === 'automatic' && number(said.renewalMonths, typed.renewalMonths, 'renewalMonths')}
          {number(said.noticeMonths, typed.noticeMonths, 'noticeMonths')}
        </Group>
        <Textarea
          label={said.contractText}
          autosize
          minRows={4}
          maxLength={8000}
          value={typed.text}
          onChange={(event) => type({ text: event.currentTarget.value })}
        />
        <Select
          label={said.billingMonths}
          placeholder={said.noBilling}
          clearable
          maw={320}
          data={Object.entries(said.billing).map(([value, label]) => ({ value, label }))}
          value={typed.billingMonths ? String(typed.billingMonths) : null}
          error={errorOf('billingMonths')}
          onChange={(months) => type({ billingMonths: months ? Number(months) : null })}
        />
        {typed.billingMonths && (
          <Select
            label={said.language}
            allowDeselect={false}
            maw={320}
            data={Object.entries(said.languages).map(([value, label]) => ({ value, label }))}
            value={typed.language}
            onChange={(language) => type({ language: (language ?? 'fi') as Language })}
          />
        )}
        {typed.billingMonths && (
          <Select
            label={basis.partPeriods}
            description={basis.partPeriodsHint}
            allowDeselect={false}
            maw={320}
            data={Object.entries(basis.partPeriodsOf).map(([value, label]) => ({ value, label }))}
            value={typed.partPeriods}
            onChange={(parts) => type({ partPeriods: parts === 'whole' ? 'whole' : 'days' })}
          />
        )}
        {typed.billingMonths && (
          <TextInput
            type="date"
            label={basis.billedUntil}
            description={basis.billedUntilHint}
            maw={320}
            value={typed.billedUntil}
            error={errorOf('billedUntil')}
            onChange={(event) => type({ billedUntil: event.currentTarget.value })}
          />
        )}
        {typed.billingMonths && (
          <LineEditor
            lines={typed.lines}
            onChange={(lines) => type({ lines })}
            language={typed.language}
            company={contract.company ?? undefined}
            groupCompany={contract.groupCompany}
            fault={fault}
          />
        )}
        <DraftFoot
          news={news}
          hint={said.signHint}
          save={save}
          finish={sign}
          label={said.sign}
          icon={<IconSignature size={17} aria-hidden />}
        />
      </Stack>
    </Sheet>
  )
}
