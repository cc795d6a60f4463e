import { ActionIcon, Anchor, Checkbox, Group, Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { BilledElsewhere } from '../contracts/BilledElsewhere.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { ToBill } from './contract.ts'
import { LeaveUnbilled } from './LeaveUnbilled.tsx'
import { useBillingTexts } from './texts.ts'

/** One that waits to be billed: whose, since when, and how much. One may say that it was billed elsewhere, or leave it unbilled. */
export function BillRow({
  one,
  isChosen,
  onChoose,
}: {
  one: ToBill
  isChosen: boolean
  onChoose: (on: boolean) => void
}) {
  const said = useBillingTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const [saying, say] = useDisclosure(false)
  const [leaving, leave] = useDisclosure(false)
  const { kind, id, number, title, companyName, personName, since, until, billedFrom, periods } = one
  const name = companyName ?? personName ?? ''
  const document = [said.kinds[kind], number].filter(Boolean).join(' ')
  const when =
    kind === 'contract'
      ? said.since.contract(day(since), day(until))
      : billedFrom === 'order'
        ? said.since.whole(day(since))
        : said.since.order(day(since))
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Checkbox
        mt={2}
        aria-label={[name, document].filter(Boolean).join(' ')}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Anchor component={Link} to={kind === 'order' ? to.order(id) : to.contract(id)} size="sm">
          {[document, title && `· ${title}`].filter(Boolean).join(' ')}
        </Anchor>
        <Text size="xs" c="dimmed" className="figures">
          {[when, periods > 1 && said.periods(periods), said.lines(one.lines)].filter(Boolean).join(' · ')}
        </Text>
        <Text size="xs" c="dimmed" className="figures" hiddenFrom="sm">
          {said.net} {money(one.netCents)}
        </Text>
        {one.credited.length > 0 && (
          <StateBadge
            said={said.credited(one.credited.flatMap(({ number: note }) => note ?? []).join(', '))}
            tone="wait"
          />
        )}
        {saying && <BilledElsewhere contract={id} document={document} onClose={say.close} />}
        {leaving && <LeaveUnbilled one={one} document={document} onClose={leave.close} />}
      </div>
      <div style={{ textAlign: 'right' }}>
        <Text size="sm" fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
          {money(one.totalCents)}
        </Text>
        <Text size="xs" c="dimmed" className="figures" visibleFrom="sm" style={{ whiteSpace: 'nowrap' }}>
          {said.net} {money(one.netCents)}
        </Text>
      </div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={said.more(document)}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {kind === 'contract' && <Menu.Item onClick={say.open}>{said.elsewhere}…</Menu.Item>}
          <Menu.Item onClick={leave.open}>{said.leave}…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}
