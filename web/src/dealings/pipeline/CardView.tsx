import { ActionIcon, Group, Menu, Text } from '@mantine/core'
import { IconAlarm, IconArrowRight, IconDots, IconGripVertical, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useSpeech } from '../../texts/index.tsx'
import { useFormat } from '../../ui/format.ts'
import { nameIn } from '../products/units.ts'
import type { Card, Column } from './contract.ts'
import { usePipelineTexts } from './texts.ts'
import { useEuros } from './useEuros.ts'

export interface CardDeeds {
  columns: Column[]
  today: string
  mayWrite: boolean
  open: (card: Card) => void
  move: (card: Card, stage: string) => void
  bin: (card: Card) => void
  /** Keys pressed while the grip has the focus. */
  onGripKey: (event: KeyboardEvent, card: Card) => void
}

/** What a card says; the one that is dragged along shows the same without buttons. */
export function CardView({
  card,
  today,
  deeds,
  lifted = false,
}: {
  card: Card
  today: string
  deeds?: CardDeeds | undefined
  lifted?: boolean
}) {
  const said = usePipelineTexts()
  const euros = useEuros()
  const { day } = useFormat()
  const isLate = card.state === 'open' && card.expectedClose !== null && card.expectedClose < today
  const days = Math.max(0, Math.floor((Date.now() - new Date(card.stageSince).getTime()) / 86_400_000))
  return (
    <div className={`deal-card${lifted ? ' lifted' : ''}${isLate ? ' late' : ''}`}>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <div style={{ flex: 1, minWidth: 0 }}>
          {deeds ? (
            <button type="button" className="deal-title" onClick={() => deeds.open(card)}>
              {card.title}
            </button>
          ) : (
            <span className="deal-title">{card.title}</span>
          )}
          <Text size="xs" c="dimmed" truncate>
            {[card.party, card.contactName].filter(Boolean).join(' · ')}
          </Text>
        </div>
        {deeds?.mayWrite && <CardMenu card={card} deeds={deeds} />}
      </Group>
      <Group justify="space-between" gap="xs" mt={8} wrap="nowrap">
        <Text size="sm" fw={620} className="figures">
          {card.valueCents === null ? '–' : euros(card.valueCents)}
        </Text>
        <Text size="xs" c="dimmed" className="figures" title={said.days(days)}>
          {card.probability} %
        </Text>
      </Group>
      <Group justify="space-between" gap="xs" mt={4} wrap="nowrap">
        <Due late={isLate}>
          {card.closedOn
            ? said.closed(day(card.closedOn))
            : card.expectedClose && (isLate ? said.late : said.close)(day(card.expectedClose))}
        </Due>
        <span className="deal-owner" title={card.ownerName ?? ''}>
          <span aria-hidden>{initialsOf(card.ownerName)}</span>
          <span className="unseen">
            {said.owner}: {card.ownerName}
          </span>
        </span>
      </Group>
      {card.lostReason && (
        <Text size="xs" c="dimmed" mt={4}>
          {said.lostReasons[card.lostReason]}
        </Text>
      )}
    </div>
  )
}

function Due({ late, children }: { late: boolean; children: ReactNode }) {
  return (
    <span className={`deal-due figures${late ? ' late' : ''}`}>
      {late && <IconAlarm size={14} aria-hidden />}
      {children}
    </span>
  )
}

function CardMenu({ card, deeds }: { card: Card; deeds: CardDeeds }) {
  const said = usePipelineTexts()
  const { language } = useSpeech()
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        className="deal-grip"
        aria-label={said.grip(card.title)}
        aria-describedby="deal-grip-help"
        onKeyDown={(event) => deeds.onGripKey(event, card)}
      >
        <IconGripVertical size={15} aria-hidden />
      </ActionIcon>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={said.actions(card.title)} data-no-drag>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{said.moveTo}</Menu.Label>
          {deeds.columns
            .filter(({ id }) => id !== card.stage)
            .map((column) => (
              <Menu.Item
                key={column.id}
                leftSection={<IconArrowRight size={15} aria-hidden />}
                onClick={() => deeds.move(card, column.id)}
              >
                {nameIn(column.names, language)}
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => deeds.bin(card)}>
            {said.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function initialsOf(name: string | null) {
  const parts = (name ?? '?').split(' ')
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`
}
