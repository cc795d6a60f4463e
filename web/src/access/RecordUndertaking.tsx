import { Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { StaffMember } from './contract.ts'
import { useAccessTexts } from './texts.ts'

/** S10.4: the signed undertaking, by its day and where it is kept. */
export function RecordUndertaking({ member, onDone }: { member: StaffMember; onDone: () => void }) {
  const access = useAccessTexts()
  const [said, setSaid] = useState({ signedOn: new Date().toISOString().slice(0, 10), documentRef: '' })
  const keep = useDeed({
    run: () => api.post(`/staff/${member.id}/undertaking`, said),
    done: access.undertakingSaved,
    refreshes: [['staff']],
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate()
  }
  return (
    <Form onSubmit={submit} data-asks="undertaking" data-asks-alone>
      <Stack>
        <TextInput
          type="date"
          label={access.signedOn}
          required
          maw={220}
          value={said.signedOn}
          onChange={(event) => setSaid({ ...said, signedOn: event.currentTarget.value })}
        />
        <TextInput
          label={access.documentRef}
          description={access.documentRefHint}
          required
          value={said.documentRef}
          onChange={(event) => setSaid({ ...said, documentRef: event.currentTarget.value })}
        />
        <FormFoot label={access.recordUndertaking} busy={keep.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
