import { Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Relationship } from './contract.ts'
import { OpenWork } from './OpenWork.tsx'
import { openWorkQuery } from './queries.ts'

export function EndRelationship({ relationship, reason: why }: { relationship: Relationship; reason: string | null }) {
  const { register, ui } = useTexts()
  const [opened, { open: ask, close }] = useDisclosure(false)
  const [reason, setReason] = useState('contract-ended')
  const open = useQuery({ ...openWorkQuery(relationship.id), enabled: opened })
  const isOpen = open.data !== undefined && open.data.length > 0
  const end = useDeed({
    run: () => api.post(`/relationships/${relationship.id}/ending`, { reason }),
    done: register.ended,
    refreshes: [['companies'], ['people'], ['relationships']],
    then: close,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // What was opened meanwhile is shown.
    end.mutate(undefined, { onError: () => open.refetch() })
  }
  return (
    <>
      <WriteButton size="compact-sm" variant="subtle" color="gray" c="dimmed" reason={why} onClick={ask}>
        {register.end}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={register.end} closeButtonProps={{ 'aria-label': ui.close }}>
        {open.data && isOpen ? (
          <OpenWork open={open.data} />
        ) : (
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
              <FormFoot label={register.end} busy={end.isPending || open.isPending} onCancel={close} color="red.9" />
            </Stack>
          </Form>
        )}
      </Dialog>
    </>
  )
}
