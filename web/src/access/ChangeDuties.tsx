import { Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { StaffMember } from './contract.ts'
import { DutiesFields, type Granting } from './DutiesFields.tsx'
import { useAccessTexts } from './texts.ts'

export function ChangeDuties({ member, onDone }: { member: StaffMember; onDone: () => void }) {
  const { ui } = useTexts()
  const access = useAccessTexts()
  const [granting, setGranting] = useState<Granting>({
    duties: member.duties.map(({ duty }) => duty),
    until: member.duties[0]?.until ?? null,
    reason: '',
  })
  const change = useDeed({
    run: () => api.put(`/staff/${member.id}/duties`, granting),
    done: access.dutiesSaved,
    refreshes: [['staff'], ['me']],
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <DutiesFields granting={granting} onChange={(part) => setGranting({ ...granting, ...part })} />
        <FormFoot label={ui.save} busy={change.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
