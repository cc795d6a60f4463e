import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { api, Problem } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { Form } from '../../ui/Form.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useAskedFirst } from '../../ui/UnsavedGuard.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { useAddedToNew } from '../AddedInputs.tsx'
import { type ChosenParty, PartyField } from './PartyField.tsx'
import { usePipelineTexts } from './texts.ts'

/** An opportunity in three fields, and those that the statement asks, in the stage where it stands. */
export function QuickAdd({ stage, onClose }: { stage: string; onClose: () => void }) {
  const said = usePipelineTexts()
  const texts = useTexts()
  const { language } = useSpeech()
  const [typed, setTyped] = useState({ title: '', value: '' as string | number, party: null as ChosenParty | null })
  const { first, asking } = useAskedFirst()
  const added = useAddedToNew('opportunity')
  const add = useDeed({
    run: () =>
      api.post('/opportunities', {
        ...(typed.party ? { [typed.party.kind]: typed.party.id } : {}),
        ...{ stage, title: typed.title },
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
  // The Escape that closes a list of suggestions is for the list alone.
  const escaped = ({ key, target }: KeyboardEvent) => {
    if (key === 'Escape' && !(target as Element).closest('[data-expanded]')) first(onClose)
  }
  return (
    <>
      <Form className="quick-add" onSubmit={submit} onKeyDown={escaped}>
        <Stack gap="xs">
          <PartyField
            label={said.party}
            finder={said.findParty}
            kinds={['company', 'person']}
            party={typed.party}
            required
            error={wrong('party', 'company', 'person')}
            onChange={(party) => setTyped({ ...typed, party })}
          />
          <TextInput
            label={said.name}
            required
            maxLength={200}
            value={typed.title}
            error={wrong('title', 'com.quotes')}
            onChange={(event) => setTyped({ ...typed, title: event.currentTarget.value })}
          />
          <NumberInput
            label={said.value}
            min={0}
            decimalScale={2}
            hideControls
            decimalSeparator={language === 'en' ? '.' : ','}
            allowedDecimalSeparators={[',', '.']}
            thousandSeparator={language === 'en' ? ',' : ' '}
            value={typed.value}
            error={wrong('valueCents')}
            onChange={(value) => setTyped({ ...typed, value })}
          />
          {added.inputs(add.error, 'due')}
          <Group gap="xs" justify="flex-end">
            <Button size="compact-sm" variant="default" onClick={onClose}>
              {texts.ui.cancel}
            </Button>
            <Button size="compact-sm" type="submit" loading={add.isPending}>
              {said.add}
            </Button>
          </Group>
        </Stack>
      </Form>
      {asking}
    </>
  )
}
