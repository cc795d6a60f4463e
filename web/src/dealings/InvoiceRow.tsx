import { ActionIcon, Anchor, Group, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { api } from '../api.ts'
import { to } from '../to.ts'
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
  const { id, number, amountCents, openCents, currency, dueOn, settledOn, status, text, events, kind } = invoice
  const isLate = status === 'open' && dueOn !== null && dueOn < new Date().toISOString().slice(0, 10)
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
          <Anchor component={Link} underline="always" to={to.invoice(id)} inherit>
            {number ?? said.draft}
          </Anchor>
          {` · ${money(amountCents, currency)}`}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {kind === 'credit-note'
            ? said.creditNote
            : settledOn
              ? said.paid(day(settledOn))
              : dueOn && said.due(day(dueOn))}
          {openCents !== amountCents && openCents > 0 && ` · ${said.openSum(money(openCents, currency))}`}
          {text && ` · ${text}`}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <StateBadge said={isLate ? said.late : said.statuses[status]} tone={isLate ? 'bad' : tones[status]} />
        {events.length > 0 && !halted && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={said.more(number ?? said.draft)}
                loading={settle.isPending}
              >
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

const tones: Record<Invoice['status'], Tone> = {
  draft: 'calm',
  open: 'wait',
  paid: 'good',
  credited: 'calm',
  collection: 'bad',
}
