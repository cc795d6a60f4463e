import { Checkbox, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { StaffMember } from './contract.ts'
import { useHandOverTexts } from './hand-over.texts.ts'
import { openWorkQuery } from './queries.ts'
import { useAccessTexts } from './texts.ts'

export function CloseAccount({
  member,
  staff,
  onDone,
}: {
  member: StaffMember
  staff: StaffMember[]
  onDone: () => void
}) {
  const access = useAccessTexts()
  const said = useHandOverTexts()
  const [successor, setSuccessor] = useState<string | null>(null)
  const [isHanding, setIsHanding] = useState(true)
  const open = useQuery(openWorkQuery(member.id, successor)).data?.items ?? []
  const going = successor ? open.reduce((sum, { taken }) => sum + (taken ?? 0), 0) : 0
  const staying = open.reduce((sum, { many }) => sum + many, 0) - (isHanding ? going : 0)
  const close = useDeed({
    run: () => api.post(`/staff/${member.id}/closure`, successor ? { successor, work: isHanding && going > 0 } : {}),
    done: access.accountClosed,
    refreshes: [['staff'], ['contact-of-register'], ['colleagues']],
    then: onDone,
  })
  const others = staff.filter(({ id, state }) => id !== member.id && state === 'open')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    close.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Text size="sm">{access.closeText}</Text>
        <Select
          label={access.successor}
          placeholder={access.noSuccessor}
          clearable
          clearButtonProps={{ 'aria-label': access.noSuccessor }}
          value={successor}
          onChange={setSuccessor}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {going > 0 && (
          <Checkbox
            label={said.handWhenClosing(going)}
            checked={isHanding}
            onChange={(event) => setIsHanding(event.currentTarget.checked)}
          />
        )}
        {staying > 0 && (
          <Text size="sm" c="dimmed">
            {said.stays(staying)}
          </Text>
        )}
        <FormFoot label={access.closeAccount} busy={close.isPending} onCancel={onDone} color="red.9" />
      </Stack>
    </Form>
  )
}
