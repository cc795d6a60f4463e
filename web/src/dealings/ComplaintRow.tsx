import { Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Complaint } from './contract.ts'
import { useDealingsTexts } from './texts.ts'

export function ComplaintRow({ complaint, mayClose }: { complaint: Complaint; mayClose: boolean }) {
  const said = useDealingsTexts()
  const { day } = useFormat()
  const { closedOn, openedOn, text, outcome } = complaint
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        {outcome && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {outcome}
          </Text>
        )}
        <Text size="xs" c="dimmed" className="figures">
          {closedOn ? said.closedOn(day(closedOn)) : said.opened(day(openedOn))}
        </Text>
        {!closedOn && mayClose && <CloseComplaint id={complaint.id} />}
      </div>
      <StateBadge said={closedOn ? said.done : said.open} tone={closedOn ? 'calm' : 'wait'} />
    </Group>
  )
}

function CloseComplaint({ id }: { id: string }) {
  const said = useDealingsTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [outcome, setOutcome] = useState('')
  const settle = useDeed({
    run: () => api.post(`/complaints/${id}/closure`, outcome.trim() ? { outcome } : {}),
    done: said.closed,
    refreshes: [['dealings']],
    then: close,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    settle.mutate()
  }
  return (
    <>
      <WriteButton size="compact-xs" variant="subtle" px={0} onClick={open}>
        {said.close}
      </WriteButton>
      <Modal opened={opened} onClose={close} title={said.closeTitle} closeButtonProps={{ 'aria-label': ui.close }}>
        <form onSubmit={submit}>
          <Stack>
            <Textarea
              label={said.outcome}
              autosize
              minRows={3}
              data-autofocus
              value={outcome}
              onChange={(event) => setOutcome(event.currentTarget.value)}
            />
            <FormFoot label={said.close} busy={settle.isPending} onCancel={close} />
          </Stack>
        </form>
      </Modal>
    </>
  )
}
