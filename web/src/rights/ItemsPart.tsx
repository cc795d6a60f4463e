import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '../api.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { RequestItem, RightsRequest } from './contract.ts'
import { useRightsTexts } from './texts.ts'
import { usePersonFields } from './usePersonFields.ts'
import { useStep } from './useStep.ts'

/** S12.9: what is to be corrected and why, each settled on its own. */
export function ItemsPart({ request }: { request: RightsRequest }) {
  const said = useRightsTexts()
  const labels = usePersonFields()
  return (
    <div id="items">
      <Sheet title={said.items}>
        <Stack gap="sm">
          {request.items.length === 0 && <Text size="sm">{said.noItems}</Text>}
          {request.items.map((item) => (
            <Item
              key={item.id}
              item={item}
              label={labels.find(({ value }) => value === item.field)?.label ?? item.field}
              isOpen={request.state === 'executing'}
            />
          ))}
          {!request.executedAt && <AddItem request={request} labels={labels} />}
        </Stack>
      </Sheet>
    </div>
  )
}

function Item({ item, label, isOpen }: { item: RequestItem; label: string; isOpen: boolean }) {
  const said = useRightsTexts()
  const settle = useDeed<{ outcome: string }>({
    run: (body) => api.post(`/request-items/${item.id}/settlement`, body),
    done: said.settledNow,
    refreshes: [['requests'], ['people']],
  })
  const isSettled = item.state === 'done' || item.state === 'refused'
  return (
    <div>
      <Group justify="space-between">
        <Text fw={500}>{label}</Text>
        <StateBadge said={said.itemStates[item.state] ?? item.state} tone={item.state === 'done' ? 'good' : 'wait'} />
      </Group>
      <Text size="sm">{[item.reason && said.reasons[item.reason], item.claim].filter(Boolean).join(': ')}</Text>
      {isOpen && !isSettled && (
        <Group gap="xs" mt={6}>
          <Button size="xs" loading={settle.isPending} onClick={() => settle.mutate({ outcome: 'done' })}>
            {said.settle}
          </Button>
          <Button size="xs" variant="default" onClick={() => settle.mutate({ outcome: 'refused' })}>
            {said.dontCorrect}
          </Button>
          <Text size="xs" c="dimmed">
            {said.settleText}
          </Text>
        </Group>
      )}
    </div>
  )
}

function AddItem({ request, labels }: { request: RightsRequest; labels: { value: string; label: string }[] }) {
  const said = useRightsTexts()
  const [field, setField] = useState<string | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const [claim, setClaim] = useState('')
  const add = useStep(request, 'items', said.itemAdded, () => {
    setField(null)
    setClaim('')
  })
  const item = { field, ...(reason ? { reason } : {}), ...(claim ? { claim } : {}) }
  return (
    <Group align="flex-end" gap="xs">
      <Select label={said.field} value={field} data={labels} onChange={setField} />
      <Select
        label={said.reason}
        value={reason}
        data={Object.entries(said.reasons).map(([value, label]) => ({ value, label }))}
        onChange={setReason}
      />
      <TextInput
        label={said.claim}
        value={claim}
        onChange={(event) => setClaim(event.currentTarget.value)}
        style={{ flex: 1 }}
      />
      <Button variant="default" disabled={!field} loading={add.isPending} onClick={() => add.mutate({ items: [item] })}>
        {said.addItem}
      </Button>
    </Group>
  )
}
