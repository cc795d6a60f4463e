import { Anchor, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { type Complaint, type Resolution, resolutions } from './contract.ts'
import { useDealingsTexts } from './texts.ts'

export function ComplaintRow({ complaint, mayClose }: { complaint: Complaint; mayClose: boolean }) {
  const said = useDealingsTexts()
  const { day } = useFormat()
  const { id, closedOn, openedOn, takenOn, text, outcome, resolution, invoice } = complaint
  const take = useDeed({
    run: () => api.post(`/complaints/${id}/taking`, {}),
    done: said.taken,
    refreshes: [['dealings'], ['timeline']],
  })
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        {(outcome || resolution) && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {[resolution && said.resolutions[resolution], outcome].filter(Boolean).join(': ')}
          </Text>
        )}
        <Text size="xs" c="dimmed" className="figures">
          {closedOn ? said.closedOn(day(closedOn)) : said.opened(day(openedOn))}
        </Text>
        <Group gap="md">
          {!closedOn && !takenOn && mayClose && (
            <WriteButton
              size="compact-xs"
              variant="subtle"
              px={0}
              loading={take.isPending}
              onClick={() => take.mutate()}
            >
              {said.take}
            </WriteButton>
          )}
          {!closedOn && mayClose && <CloseComplaint id={id} />}
          {invoice && (
            <Anchor component={Link} to={to.invoice(invoice)} size="xs">
              {said.aboutInvoice}
            </Anchor>
          )}
        </Group>
      </div>
      <StateBadge said={closedOn ? said.done : takenOn ? said.working : said.open} tone={closedOn ? 'calm' : 'wait'} />
    </Group>
  )
}

function CloseComplaint({ id }: { id: string }) {
  const said = useDealingsTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [outcome, setOutcome] = useState('')
  const [resolution, setResolution] = useState<string | null>(null)
  const settle = useDeed({
    run: () =>
      api.post(`/complaints/${id}/closure`, {
        ...(outcome.trim() ? { outcome } : {}),
        ...(resolution ? { resolution: resolution as Resolution } : {}),
      }),
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
            <Select
              label={said.resolution}
              data={resolutions.map((value) => ({ value, label: said.resolutions[value] }))}
              value={resolution}
              onChange={setResolution}
            />
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
