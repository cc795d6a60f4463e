import { Alert, Anchor, Select, Stack, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../api.ts'
import type { Labelled } from '../contract.ts'
import { capital, useSay, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { MadeToken } from './contract.ts'
import { useAccessTexts } from './texts.ts'

const spans = [30, 90, 180, 365]

/** What the key is for, under which duty it works, and how long. */
export function NewToken({
  duties,
  onMade,
  onCancel,
}: {
  duties: Labelled[]
  onMade: (made: MadeToken) => void
  onCancel: () => void
}) {
  const { shell, ui } = useTexts()
  const { tokens: said, duty: dutyLabel } = useAccessTexts()
  const say = useSay()
  const [label, setLabel] = useState('')
  const [duty, setDuty] = useState(duties[0]?.id ?? '')
  const [days, setDays] = useState(90)
  const make = useDeed({
    run: () => api.post<MadeToken>('/tokens', { label: label.trim(), duty, days }),
    refreshes: [['tokens']],
    then: onMade,
    quiet: isStale,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        {isStale(make.error) && (
          <Alert role="alert" color="yellow" icon={<IconLock />}>
            {make.error?.message}{' '}
            <Anchor href={to.signIn()} target="_blank" rel="noreferrer" inherit underline="always">
              {shell.signIn} ({ui.opensNewTab})
            </Anchor>
          </Alert>
        )}
        <TextInput
          label={said.name}
          description={said.nameHint}
          required
          maxLength={100}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          label={dutyLabel}
          required
          allowDeselect={false}
          value={duty}
          onChange={(chosen) => setDuty(chosen ?? duty)}
          data={duties.map((one) => ({ value: one.id, label: capital(say(one.label)) }))}
        />
        <Select
          label={said.span}
          required
          allowDeselect={false}
          value={String(days)}
          onChange={(chosen) => setDays(Number(chosen ?? days))}
          data={spans.map((span) => ({ value: String(span), label: said.days(span) }))}
        />
        <FormFoot label={said.make} busy={make.isPending} onCancel={onCancel} />
      </Stack>
    </Form>
  )
}

function isStale(fault: unknown) {
  return fault instanceof Problem && fault.code === 'SIGN_IN_AGAIN'
}
