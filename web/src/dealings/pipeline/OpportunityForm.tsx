import { Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconFileInvoice, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { colleaguesQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, Problem } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { NewContent } from '../../ui/NewContent.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useAskedFirst } from '../../ui/UnsavedGuard.tsx'
import { latest, useDeed } from '../../ui/useDeed.ts'
import { AddedInputs } from '../AddedInputs.tsx'
import { nameIn } from '../products/units.ts'
import { useMakeQuote } from '../quotes/useMakeQuote.tsx'
import type { Opportunity } from './contract.ts'
import { LostDialog } from './LostDialog.tsx'
import { OpportunityOrigin } from './OpportunityOrigin.tsx'
import { PartyField } from './PartyField.tsx'
import { usePipelineTexts } from './texts.ts'
import { useTypedOpportunity } from './useTypedOpportunity.ts'

/** What is said of an opportunity, where it stands, and what comes of it. */
export function OpportunityForm({
  opportunity,
  onClose,
  isPage = false,
}: {
  opportunity: Opportunity
  onClose: () => void
  /** On a page of its own, whose head says the customer. */
  isPage?: boolean
}) {
  const said = usePipelineTexts()
  const texts = useTexts()
  const { language } = useSpeech()
  const staff = useQuery(colleaguesQuery).data ?? []
  const [losing, setLosing] = useState<string | null>(null)
  const { id, mayWrite, stages } = opportunity
  const stage = stages.find((one) => one.id === opportunity.stage)
  const { typed, type, save, move, news, savedBefore } = useTypedOpportunity(opportunity)
  const { first, asking } = useAskedFirst()
  const quote = useMakeQuote({ of: `/opportunities/${id}`, person: opportunity.company ? null : opportunity.person })
  const bin = useDeed({
    run: () => api.delete(`/opportunities/${id}`),
    done: said.deleted,
    binned: `opportunity/${id}`,
    refreshes: [['pipeline', 'board'], ['pipeline', 'of'], ['bin']],
    then: onClose,
  })
  const fault = latest(save, move).error
  const wrong = (...fields: string[]) =>
    fault instanceof Problem && fields.includes(String(fault.detail.field)) ? saidProblem(fault, texts) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const moveTo = (next: string | null) => {
    if (!next || next === opportunity.stage) return
    if (stages.find((one) => one.id === next)?.kind === 'lost') setLosing(next)
    else move.mutate({ stage: next })
  }
  const number = {
    hideControls: true,
    decimalSeparator: language === 'en' ? '.' : ',',
    allowedDecimalSeparators: [',', '.'],
    thousandSeparator: language === 'en' ? ',' : ' ',
    min: 0,
  }
  return (
    <>
      <form onSubmit={submit}>
        <Stack>
          <OpportunityOrigin opportunity={opportunity} isPage={isPage} />
          <Select
            label={said.stage}
            allowDeselect={false}
            disabled={!mayWrite}
            data={stages.map(({ id: value, names }) => ({ value, label: nameIn(names, language) }))}
            value={opportunity.stage}
            onChange={moveTo}
          />
          {opportunity.lostReason && (
            <Text size="sm">
              {said.lostReasons[opportunity.lostReason]}
              {opportunity.lostNote && `: ${opportunity.lostNote}`}
            </Text>
          )}
          <fieldset disabled={!mayWrite} className="plain-fieldset">
            <Stack>
              <TextInput
                label={said.name}
                required
                maxLength={200}
                value={typed.title}
                error={wrong('title', 'com.quotes')}
                onChange={(event) => type({ title: event.currentTarget.value })}
              />
              <Group grow align="flex-start">
                <NumberInput
                  label={said.value}
                  decimalScale={2}
                  {...number}
                  value={typed.value}
                  error={wrong('valueCents')}
                  onChange={(value) => type({ value })}
                />
                <NumberInput
                  label={said.probability}
                  placeholder={String(stage?.probability ?? '')}
                  max={100}
                  allowDecimal={false}
                  {...number}
                  value={typed.probability}
                  error={wrong('probability')}
                  onChange={(probability) => type({ probability })}
                />
              </Group>
              <TextInput
                type="date"
                label={said.expectedClose}
                value={typed.expectedClose}
                error={wrong('expectedClose')}
                onChange={(event) => type({ expectedClose: event.currentTarget.value })}
              />
              <Textarea
                label={said.nextStep}
                autosize
                minRows={1}
                maxLength={500}
                value={typed.nextStep}
                onChange={(event) => type({ nextStep: event.currentTarget.value })}
              />
              <PartyField
                label={said.contact}
                finder={said.findContact}
                kinds={['person']}
                party={typed.contact}
                error={wrong('contactPerson')}
                onChange={(contact) => type({ contact })}
              />
              <Select
                label={said.owner}
                searchable
                allowDeselect={false}
                data={staff.map(({ id: value, name }) => ({ value, label: name }))}
                value={typed.owner}
                error={wrong('owner')}
                onChange={(owner) => type({ owner })}
              />
              <AddedInputs
                subject="opportunity"
                values={typed.added}
                fault={fault}
                onChange={(added) => type({ added })}
              />
            </Stack>
          </fieldset>
          <NewContent news={news} />
          <Group justify="space-between">
            <WriteButton
              variant="subtle"
              color="red"
              reason={mayWrite ? null : said.notYours}
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => first(() => bin.mutate())}
            >
              {said.delete}
            </WriteButton>
            <Group gap="xs">
              <WriteButton
                variant="default"
                reason={mayWrite ? null : said.notYours}
                loading={quote.isPending}
                leftSection={<IconFileInvoice size={16} aria-hidden />}
                onClick={() => savedBefore(quote.make)}
              >
                {said.quote}
              </WriteButton>
              <WriteButton type="submit" loading={save.isPending} reason={mayWrite ? null : said.notYours}>
                {texts.ui.save}
              </WriteButton>
            </Group>
          </Group>
        </Stack>
      </form>
      {asking}
      {quote.dialog}
      {losing && (
        <LostDialog
          title={opportunity.title}
          busy={move.isPending}
          onClose={() => setLosing(null)}
          onSay={(why) => move.mutate({ stage: losing, ...why }, { onSuccess: () => setLosing(null) })}
        />
      )}
    </>
  )
}
