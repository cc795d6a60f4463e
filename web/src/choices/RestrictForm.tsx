import { Radio, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { useChoicesTexts } from './texts.ts'

/** Art. 18: why the data are kept and not used. */
export function RestrictForm({ person, onDone }: { person: string; onDone: () => void }) {
  const said = useChoicesTexts()
  const [reason, setReason] = useState('accuracy')
  const save = useDeed({
    run: () => api.post(`/people/${person}/restrictions`, { reason }),
    done: said.restricted,
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Form onSubmit={submit} data-asks="restriction" data-asks-alone>
      <Stack>
        <Text size="sm">{said.restrictHint}</Text>
        <Radio.Group label={said.reason} value={reason} onChange={setReason}>
          <Stack gap={8} mt={6}>
            {Object.entries(said.reasons).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <FormFoot label={said.restrict} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
