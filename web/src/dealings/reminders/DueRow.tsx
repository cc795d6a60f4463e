import { Anchor, Checkbox, Group, SegmentedControl, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { DueReminder } from './contract.ts'
import { useReminderTexts } from './texts.ts'
import { totalOf } from './total-of.ts'

interface Row {
  due: DueReminder
  isChosen: boolean
  isLetter: boolean
  onChoose: (on: boolean) => void
  onLetter: (on: boolean) => void
}

/** One reminder before it is written: whose, what it asks for, how it goes, and what speaks against it. */
export function DueRow({ due, isChosen, isLetter, onChoose, onLetter }: Row) {
  const said = useReminderTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const { id, number, name, round, late, fee, interest, invoiceDueOn, consumer, complaint, address, hasAddress } = due
  const against = [
    complaint && said.complaints[complaint],
    interest === null && said.rateHolds,
    !address && !hasAddress && said.noAddress,
  ].filter((one) => typeof one === 'string')
  const asked = [money(late), fee > 0 && `${said.fee.toLowerCase()} ${money(fee)}`]
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Checkbox
        mt={2}
        aria-label={`${number} ${name}`}
        disabled={interest === null}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className="round-row">
        <div style={{ minWidth: 0 }}>
          <Anchor component={Link} to={to.invoice(id)} size="sm" fw={600}>
            {number} · {name}
          </Anchor>
          <Text size="xs" c="dimmed" className="figures">
            {[said.round(round), said.due(day(invoiceDueOn)), consumer && said.consumer].filter(Boolean).join(' · ')}
          </Text>
          <Text size="xs" c="dimmed" className="figures">
            {[...asked, interest ? `${said.interest.toLowerCase()} ${money(interest)}` : null]
              .filter(Boolean)
              .join(' + ')}
          </Text>
          {against.length > 0 && (
            <Group gap={6} mt={4}>
              {against.map((one) => (
                <StateBadge key={one} said={one} tone="wait" />
              ))}
            </Group>
          )}
        </div>
        <div className="round-way">
          {address ? (
            <SegmentedControl
              size="xs"
              aria-label={said.wayOf(number)}
              data={[
                { value: 'email', label: said.ways.email },
                { value: 'letter', label: said.ways.letter },
              ]}
              value={isLetter ? 'letter' : 'email'}
              onChange={(way) => onLetter(way === 'letter')}
            />
          ) : (
            <Text size="xs">{said.ways.letter}</Text>
          )}
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {isLetter ? !address && said.noEmail : address}
          </Text>
        </div>
        <Text size="sm" fw={600} className="figures round-sum">
          {interest === null ? '–' : money(totalOf(due))}
        </Text>
      </div>
    </Group>
  )
}
