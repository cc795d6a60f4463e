import { ActionIcon, Group, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { api } from '../api.ts'
import { useFormat } from '../ui/format.ts'
import { StateBadge, type Tone } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Invoice, InvoiceEvent } from './contract.ts'
import { useDealingsTexts } from './texts.ts'
import { useMoney } from './useMoney.ts'

export function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const said = useDealingsTexts()
  const { day } = useFormat()
  const money = useMoney()
  const { id, number, amountCents, currency, dueOn, settledOn, status, text, events } = invoice
  const isLate = status === 'open' && dueOn < new Date().toISOString().slice(0, 10)
  const settle = useDeed({
    run: (event: InvoiceEvent) => api.post(`/invoices/${id}/settlement`, { event }),
    done: said.settled,
    refreshes: [['dealings']],
  })
  const halted = useHaltedReason()
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600} className="figures">
          {number} · {money(amountCents, currency)}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {settledOn ? said.paid(day(settledOn)) : said.due(day(dueOn))}
          {text && ` · ${text}`}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <StateBadge said={isLate ? said.late : said.statuses[status]} tone={isLate ? 'bad' : tones[status]} />
        {events.length > 0 && !halted && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={said.more(number)} loading={settle.isPending}>
                <IconDots size={17} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {events.map((event) => (
                <Menu.Item key={event} onClick={() => settle.mutate(event)}>
                  {said.events[event]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </Group>
  )
}

const tones: Record<Invoice['status'], Tone> = { open: 'wait', paid: 'good', credited: 'calm', collection: 'bad' }
