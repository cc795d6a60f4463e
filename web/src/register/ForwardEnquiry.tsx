import { Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMailbox } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'

/** S3.2: whoever has it hands a request to the privacy desk in one action; the day of receipt stays. */
export function ForwardEnquiry({ id }: { id: string }) {
  const {
    register: {
      enquiries: { forward: said },
    },
    ui,
  } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [kind, setKind] = useState('access')
  const forward = useDeed({
    run: () => api.post(`/enquiries/${id}/request`, { kind }),
    done: said.done,
    refreshes: [['enquiries'], ['requests']],
    then: close,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    forward.mutate()
  }
  return (
    <>
      <WriteButton variant="default" leftSection={<IconMailbox size={16} aria-hidden />} onClick={open}>
        {said.title}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={said.title} closeButtonProps={{ 'aria-label': ui.close }}>
        <Form onSubmit={submit}>
          <Stack>
            <Text size="sm">{said.text}</Text>
            <Select
              label={said.kind}
              allowDeselect={false}
              value={kind}
              data={Object.entries(said.kinds).map(([value, label]) => ({ value, label }))}
              onChange={(one) => setKind(one ?? kind)}
            />
            <FormFoot label={said.title} busy={forward.isPending} onCancel={close} />
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
