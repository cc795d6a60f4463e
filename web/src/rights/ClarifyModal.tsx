import { Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import type { RightsRequest } from './contract.ts'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

export function ClarifyModal({ request, onClose }: { request: RightsRequest; onClose: () => void }) {
  const said = useRightsTexts()
  const { ui } = useTexts()
  const [text, setText] = useState('')
  const take = useStep(request, 'clarification', said.clarifiedNow, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    take.mutate({ text })
  }
  return (
    <Dialog opened onClose={onClose} title={said.clarified} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <Textarea
            label={said.clarifiedLabel}
            required
            autosize
            minRows={3}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FormFoot label={said.clarified} busy={take.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
