import { Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import type { FormEvent, ReactNode } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'

/** A button and the form behind it. What was typed stays when the server refuses. */
export function AddDealing({
  label,
  done,
  path,
  body,
  onDone,
  children,
}: {
  label: string
  done: string
  path: string
  body: () => object
  onDone: () => void
  children: ReactNode
}) {
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const add = useDeed({
    run: () => api.post(path, body()),
    done,
    refreshes: [['dealings']],
    then: () => {
      close()
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
            <FormFoot label={label} busy={add.isPending} onCancel={close} />
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
