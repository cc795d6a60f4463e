import { Button, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLink } from '@tabler/icons-react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Enquiry, Found } from './contract.ts'
import { RecordFinder } from './RecordFinder.tsx'

export function LinkEnquiry({ enquiry: { id } }: { enquiry: Enquiry }) {
  const { register: { enquiries: said }, ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const link = useDeed({
    run: (found: Found) => api.post(`/enquiries/${id}/link`, found.kind === 'person' ? { person: found.id } : { company: found.id }),
    done: said.linkedNow, refreshes: [['enquiries']], then: close,
  })
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconLink size={15} aria-hidden />} onClick={open}>{said.link}</Button>
      <Modal opened={opened} onClose={close} title={said.link} closeButtonProps={{ 'aria-label': ui.close }}>
        <Stack>
          <Text size="sm">{said.linkText}</Text>
          <RecordFinder label={said.linkText} onChoose={link.mutate} />
          <Button variant="default" onClick={close} style={{ alignSelf: 'flex-end' }}>{ui.cancel}</Button>
        </Stack>
      </Modal>
    </>
  )
}
