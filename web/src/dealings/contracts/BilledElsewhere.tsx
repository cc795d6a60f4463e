import { Anchor, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useBasisTexts } from '../chain/basis.texts.ts'
import { useMove } from '../chain/useMove.ts'

/** Until which day a contract was billed elsewhere: older periods are then not offered. What was said is taken back, too. */
export function BilledElsewhere({
  contract,
  document,
  until = null,
  onClose,
}: {
  contract: string
  document: string
  until?: string | null
  onClose: () => void
}) {
  const basis = useBasisTexts()
  const { ui } = useTexts()
  const [day, setDay] = useState(until ?? '')
  const say = useMove<string | null>({
    run: (known) => api.post(`/contracts/${contract}/billed-until`, { day: known }),
    done: basis.billedUntilDone,
    then: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    say.mutate(day)
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${basis.billedUntil}: ${document}`}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <Text size="sm">{basis.billedUntilHint}</Text>
          <TextInput
            type="date"
            label={basis.billedUntilDay}
            required
            data-autofocus
            value={day}
            error={say.fault?.said}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          {until && (
            <Anchor component="button" type="button" size="sm" ta="start" onClick={() => say.mutate(null)}>
              {basis.billedUntilNever}
            </Anchor>
          )}
          <FormFoot label={ui.save} busy={say.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
