import { Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { StaffMember } from './contract.ts'
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
  const [successor, setSuccessor] = useState<string | null>(null)
  const close = useDeed({
    run: () => api.post(`/staff/${member.id}/closure`, successor ? { successor } : {}),
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
        <FormFoot label={access.closeAccount} busy={close.isPending} onCancel={onDone} color="red.9" />
      </Stack>
    </Form>
  )
}
