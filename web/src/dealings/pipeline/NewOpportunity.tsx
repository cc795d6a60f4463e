import { Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { useAddedToNew } from '../AddedInputs.tsx'
import { dayFrom } from '../day-from.ts'
import type { Opportunity } from './contract.ts'
import { type ChosenParty, PartyField } from './PartyField.tsx'
import { usePipelineTexts } from './texts.ts'

/** Opening an opportunity. Who it is with may be given by the card it is opened from. */
export function NewOpportunity({
  pipeline,
  party = null,
  onClose,
}: {
  pipeline?: string
  party?: ChosenParty | null
  onClose: () => void
}) {
  const said = usePipelineTexts()
  const texts = useTexts()
  const { language } = useSpeech()
  const [typed, setTyped] = useState({
    ...{ party, contact: null as ChosenParty | null, title: '', value: '' as string | number },
    ...{ expectedClose: dayFrom(30), nextStep: '' },
  })
  const added = useAddedToNew('opportunity')
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const add = useDeed<void, Opportunity>({
    run: () =>
      api.post('/opportunities', {
        ...(pipeline ? { pipeline } : {}),
        ...(typed.party ? { [typed.party.kind]: typed.party.id } : {}),
        contactPerson: typed.contact?.id ?? null,
        ...{ title: typed.title, nextStep: typed.nextStep || null, expectedClose: typed.expectedClose || null },
        valueCents: typed.value === '' ? null : Math.round(Number(typed.value) * 100),
        ...added.body(),
      }),
    done: said.added,
    refreshes: [['pipeline']],
    quiet: (fault) => fault instanceof Problem && Boolean(fault.detail.field),
    then: onClose,
  })
  const wrong = (...fields: string[]) =>
    add.error instanceof Problem && fields.includes(String(add.error.detail.field))
      ? saidProblem(add.error, texts)
      : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={said.add} size="lg" closeButtonProps={{ 'aria-label': texts.ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <PartyField
            label={said.party}
            finder={said.findParty}
            kinds={['company', 'person']}
            required
            party={typed.party}
            error={wrong('party', 'company', 'person')}
            onChange={(chosen) => type({ party: chosen, contact: null })}
          />
          {typed.party?.kind === 'company' && (
            <PartyField
              label={said.contact}
              finder={said.findContact}
              kinds={['person']}
              party={typed.contact}
              error={wrong('contactPerson')}
              onChange={(contact) => type({ contact })}
            />
          )}
          <TextInput
            label={said.name}
            required
            maxLength={200}
            value={typed.title}
            error={wrong('title', 'com.quotes')}
            onChange={(event) => type({ title: event.currentTarget.value })}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <NumberInput
              label={said.value}
              miw={160}
              min={0}
              decimalScale={2}
              hideControls
              decimalSeparator={language === 'en' ? '.' : ','}
              allowedDecimalSeparators={[',', '.']}
              thousandSeparator={language === 'en' ? ',' : ' '}
              value={typed.value}
              error={wrong('valueCents')}
              onChange={(value) => type({ value })}
            />
            <TextInput
              type="date"
              label={said.expectedClose}
              miw={160}
              value={typed.expectedClose}
              error={wrong('expectedClose')}
              onChange={(event) => type({ expectedClose: event.currentTarget.value })}
            />
          </Group>
          <TextInput
            label={said.nextStep}
            maxLength={500}
            value={typed.nextStep}
            onChange={(event) => type({ nextStep: event.currentTarget.value })}
          />
          {added.inputs(add.error)}
          <FormFoot label={said.add} busy={add.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
