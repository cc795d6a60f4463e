import { Group, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { api } from '../../api.ts'
import type { Language } from '../../contract.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { latest } from '../../ui/useDeed.ts'
import { useTyped } from '../../ui/useTyped.ts'
import { ContactChoice } from '../chain/ContactChoice.tsx'
import type { Quote } from '../chain/contract.ts'
import { DraftFoot } from '../chain/DraftFoot.tsx'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import { LineEditor } from '../lines/LineEditor.tsx'

const typedOf = ({ title, language, contact, validUntil, paymentDays, opening, terms, lines }: Quote) => ({
  ...{
    title: title ?? '',
    language,
    contact,
    validUntil,
    paymentDays,
    opening: opening ?? '',
    terms: terms ?? '',
    lines,
  },
})

/** A quote being written: saved as often as one likes, and sent when it is ready. */
export function QuoteDraft({ quote }: { quote: Quote }) {
  const said = useChainTexts()
  const { typed, type, isChanged, revision, saved, news } = useTyped(quote, typedOf)
  const write = async () => {
    if (!isChanged) return revision
    const answer = await api.patch<Quote>(`/quotes/${quote.id}`, typed, revision)
    saved(answer.revision)
    return answer.revision
  }
  const save = useMove({ run: write, done: said.saved })
  const send = useMove({
    run: async () => {
      return api.post(`/quotes/${quote.id}/sending`, {}, await write())
    },
    done: said.sent,
  })
  const { fault } = latest(save, send)
  const errorOf = (field: string) => (fault?.field === field ? fault.said : undefined)
  const ofStatement = fault?.field === 'com.quotes' ? fault.said : undefined
  return (
    <Sheet title={said.steps.quote}>
      <Stack gap="lg">
        <TextInput
          label={said.title}
          maxLength={200}
          value={typed.title}
          error={errorOf('title') ?? ofStatement}
          onChange={(event) => type({ title: event.currentTarget.value })}
        />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput
            type="date"
            label={said.validUntil}
            required
            miw={150}
            value={typed.validUntil}
            error={errorOf('validUntil')}
            onChange={(event) => type({ validUntil: event.currentTarget.value })}
          />
          <NumberInput
            label={said.paymentDays}
            required
            miw={130}
            hideControls
            allowDecimal={false}
            value={typed.paymentDays}
            error={errorOf('paymentDays')}
            onChange={(next) => type({ paymentDays: Number(next) })}
          />
          <Select
            label={said.language}
            allowDeselect={false}
            miw={130}
            data={Object.entries(said.languages).map(([value, label]) => ({ value, label }))}
            value={typed.language}
            onChange={(language) => type({ language: (language ?? 'fi') as Language })}
          />
          {quote.company && (
            <ContactChoice
              company={quote.company}
              named={quote}
              value={typed.contact}
              onChange={(contact) => type({ contact })}
            />
          )}
        </Group>
        <Textarea
          label={said.opening}
          description={said.openingHint}
          autosize
          minRows={2}
          maxLength={4000}
          value={typed.opening}
          onChange={(event) => type({ opening: event.currentTarget.value })}
        />
        <LineEditor
          lines={typed.lines}
          onChange={(lines) => type({ lines })}
          language={typed.language}
          company={quote.company ?? undefined}
          groupCompany={quote.groupCompany}
          fault={fault}
        />
        <Textarea
          label={said.terms}
          description={said.termsHint}
          autosize
          minRows={2}
          maxLength={4000}
          value={typed.terms}
          onChange={(event) => type({ terms: event.currentTarget.value })}
        />
        <DraftFoot
          news={news}
          hint={said.sendHint}
          save={save}
          finish={send}
          label={quote.version === 0 ? said.send : said.sendAgain(quote.version + 1)}
          icon={<IconSend size={16} aria-hidden />}
        />
      </Stack>
    </Sheet>
  )
}
