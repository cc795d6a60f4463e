import { Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Relationship } from './contract.ts'

export function EndRelationship({ relationship, reason: why }: { relationship: Relationship; reason: string | null }) {
  const { register, ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [reason, setReason] = useState('contract-ended')
  const end = useDeed({
    run: () => api.post(`/relationships/${relationship.id}/ending`, { reason }),
    done: register.ended,
    refreshes: [['companies'], ['people'], ['relationships']],
    then: close,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    end.mutate()
  }
  return (
    <>
      <WriteButton size="compact-sm" variant="subtle" color="gray" c="dimmed" reason={why} onClick={open}>
        {register.end}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={register.end} closeButtonProps={{ 'aria-label': ui.close }}>
        <Form onSubmit={submit}>
          <Stack>
            <Text size="sm">{register.endText}</Text>
            <Select
              label={register.endWhy}
              allowDeselect={false}
              value={reason}
              onChange={(chosen) => setReason(chosen ?? reason)}
              data={Object.entries(register.endReasons).map(([value, label]) => ({ value, label }))}
            />
            <FormFoot label={register.end} busy={end.isPending} onCancel={close} color="red.9" />
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
