import { Radio, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { useOversightTexts } from './texts.ts'

export function RecordReceipt({ id, onDone }: { id: string; onDone: () => void }) {
  const said = useOversightTexts()
  const [outcome, setOutcome] = useState<'confirmed' | 'refused'>('confirmed')
  const [note, setNote] = useState('')
  const keep = useDeed({
    run: () => api.post(`/recipient-notices/${id}/receipt`, { outcome, note }),
    done: said.settledNow,
    refreshes: [['oversight', 'receipts']],
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Radio.Group
          value={outcome}
          onChange={(chosen) => setOutcome(chosen as typeof outcome)}
          aria-label={said.record}
        >
          <Stack gap="xs">
            <Radio value="confirmed" label={said.confirmed} />
            <Radio value="refused" label={said.refused} />
          </Stack>
        </Radio.Group>
        <Textarea
          label={outcome === 'refused' ? said.refusedWhy : said.reference}
          required={outcome === 'refused'}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormFoot label={said.record} busy={keep.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
