import { Radio, Stack, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { type LostReason, lostReasons } from './contract.ts'
import { usePipelineTexts } from './texts.ts'

/** Why it was lost: asked once, as the card goes there. */
export function LostDialog({
  title,
  busy,
  onClose,
  onSay,
}: {
  title: string
  busy: boolean
  onClose: () => void
  onSay: (why: { lostReason: LostReason; lostNote?: string }) => void
}) {
  const said = usePipelineTexts()
  const { ui } = useTexts()
  const [reason, setReason] = useState<LostReason | null>(null)
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason) onSay({ lostReason: reason, ...(note.trim() ? { lostNote: note } : {}) })
  }
  return (
    <Dialog opened onClose={onClose} title={said.lostTitle} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <Radio.Group
            label={said.lostWhy}
            description={title}
            required
            value={reason}
            onChange={(next) => setReason(next as LostReason)}
          >
            <Stack gap={8} mt={6}>
              {lostReasons.map((one, at) => (
                <Radio
                  key={one}
                  value={one}
                  label={said.lostReasons[one]}
                  required
                  data-autofocus={at === 0 || undefined}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={said.lostNote}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <FormFoot label={said.lostDo} busy={busy} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
