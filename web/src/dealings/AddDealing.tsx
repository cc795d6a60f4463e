import { Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import type { FormEvent, ReactNode } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api, Problem } from '../api.ts'
import type { DealSubject } from '../register/contract.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { useAddedToNew } from './AddedInputs.tsx'

/** A button and the form behind it, with the fields that the statement added. What was typed stays when the server refuses. */
export function AddDealing({
  subject,
  label,
  done,
  path,
  body,
  onDone,
  children,
}: {
  subject: DealSubject
  label: string
  done: string
  path: string
  body: () => object
  onDone: () => void
  children: ReactNode
}) {
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const added = useAddedToNew(subject)
  const add = useDeed({
    run: () => api.post(path, { ...body(), ...added.body() }),
    done,
    refreshes: [['dealings']],
    quiet: (fault) => fault instanceof Problem && String(fault.detail.field).startsWith(`${subject}.`),
    then: () => {
      close()
      added.clear()
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <>
      <WriteButton size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} aria-hidden />} onClick={open}>
        {label}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={label} closeButtonProps={{ 'aria-label': ui.close }}>
        <Form onSubmit={submit}>
          <Stack>
            {children}
            {added.inputs(add.error)}
            <FormFoot label={label} busy={add.isPending} onCancel={close} />
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
