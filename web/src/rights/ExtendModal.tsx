import { Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import type { RightsRequest } from './contract.ts'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

export function ExtendModal({
  request,
  onClose,
  onPrepared,
}: {
  request: RightsRequest
  onClose: () => void
  onPrepared: () => void
}) {
  const said = useRightsTexts()
  const { ui } = useTexts()
  const [reason, setReason] = useState('complexity')
  const extend = useStep(request, 'extension', said.extendText, onPrepared)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    extend.mutate({ reason })
  }
  return (
    <Dialog opened onClose={onClose} title={said.extend} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <Text size="sm">{said.extendText}</Text>
          <Select
            label={said.reason}
            allowDeselect={false}
            value={reason}
            data={Object.entries(said.extensionReasons).map(([value, label]) => ({ value, label }))}
            onChange={(one) => setReason(one ?? reason)}
          />
          <FormFoot label={said.extend} busy={extend.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
