import { Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { colleaguesQuery, meQuery } from '../access/queries.ts'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { useOversightTexts } from './texts.ts'

/** S10.8: how a paper was destroyed, and who saw it. */
export function DestroyPaper({ id, onDone }: { id: string; onDone: () => void }) {
  const said = useOversightTexts()
  const colleagues = useQuery(colleaguesQuery).data ?? []
  const me = useQuery(meQuery).data
  const [method, setMethod] = useState('shredded')
  const [witness, setWitness] = useState<string | null>(null)
  const [certificate, setCertificate] = useState('')
  const keep = useDeed({
    run: () => api.post(`/papers/${id}/destruction`, { method, witness, certificate: certificate || null }),
    done: said.destroyedNow,
    refreshes: [['oversight', 'papers']],
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Select
          label={said.method}
          required
          allowDeselect={false}
          data={Object.entries(said.methods).map(([value, label]) => ({ value, label }))}
          value={method}
          onChange={(chosen) => chosen && setMethod(chosen)}
        />
        <Select
          label={said.witness}
          clearable
          searchable
          data={colleagues.filter((one) => one.id !== me?.staff.id).map((one) => ({ value: one.id, label: one.name }))}
          value={witness}
          onChange={setWitness}
        />
        <TextInput
          label={said.certificate}
          description={said.certificateHint}
          required={witness === null}
          maxLength={300}
          value={certificate}
          onChange={(event) => setCertificate(event.currentTarget.value)}
        />
        <FormFoot label={said.destroy} busy={keep.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
