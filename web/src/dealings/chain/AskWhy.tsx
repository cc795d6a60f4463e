import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'

interface Asked {
  name: string
  reason: string
  day: string
}

/** A deed that asks one or two things before it is done. What was typed stays when it is refused. */
export function AskWhy({
  title,
  text,
  label,
  opened,
  busy,
  fault,
  color,
  asks,
  suggested = '',
  onClose,
  onDone,
}: {
  title: string
  text?: string
  label: string
  opened: boolean
  busy: boolean
  fault?: { field: string; said: string } | null
  /** What takes something away; its button is dark enough for white words (WCAG 1.4.3). */
  color?: 'red'
  /** The labels of what is asked; what has none is not asked. */
  asks: { name?: string; reason?: string; day?: string }
  /** Who it most likely is. */
  suggested?: string
  onClose: () => void
  onDone: (asked: Asked) => void
}) {
  const { ui } = useTexts()
  const [asked, setAsked] = useState<Asked>({ name: suggested, reason: '', day: '' })
  const errorOf = (...fields: string[]) => (fault && fields.includes(fault.field) ? fault.said : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDone(asked)
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          {text && <Text size="sm">{text}</Text>}
          {asks.name && (
            <TextInput
              label={asks.name}
              required
              maxLength={200}
              data-autofocus
              value={asked.name}
              error={errorOf('name')}
              onChange={(event) => setAsked({ ...asked, name: event.currentTarget.value })}
            />
          )}
          {asks.day && (
            <TextInput
              type="date"
              label={asks.day}
              required
              data-autofocus
              value={asked.day}
              error={errorOf('endsOn', 'on', 'deliveredOn')}
              onChange={(event) => setAsked({ ...asked, day: event.currentTarget.value })}
            />
          )}
          {asks.reason && (
            <Textarea
              label={asks.reason}
              autosize
              minRows={2}
              maxLength={2000}
              value={asked.reason}
              error={errorOf('reason', 'outcome')}
              onChange={(event) => setAsked({ ...asked, reason: event.currentTarget.value })}
            />
          )}
          <FormFoot label={label} busy={busy} onCancel={onClose} {...(color === 'red' ? { color: 'red.9' } : {})} />
        </Stack>
      </Form>
    </Dialog>
  )
}
