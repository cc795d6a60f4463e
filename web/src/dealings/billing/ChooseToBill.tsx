import { Anchor, Checkbox, Group, SegmentedControl, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { tell } from '../../ui/toast.ts'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { Billed, ToBill, Until, Waiting } from './contract.ts'
import { useBillingTexts } from './texts.ts'
import '../rounds.css'

const atOnce = 100
const untils = ['draft', 'issued', 'sent'] as const

/** The choice of what is billed, and how far; all of it is chosen at first. */
export function ChooseToBill({
  waiting: { items, more },
  onBilled,
}: {
  waiting: Waiting
  onBilled: (billed: Billed[], of: readonly ToBill[]) => void
}) {
  const said = useBillingTexts()
  const { money } = useFigures()
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set())
  const [until, setUntil] = useState<Until>('draft')
  const chosen = items.filter(({ id }) => !left.has(id))
  const going = chosen.slice(0, atOnce)
  const bill = useMove<void, { items: Billed[] }>({
    run: () => api.post('/billing-rounds', { until, items: going.map(({ kind, id }) => ({ kind, id })) }),
    done: '',
    fields: false,
    then: (answer) => {
      if (answer.items.some(({ invoice }) => invoice)) tell(until === 'draft' ? said.drafted : said.done)
      onBilled(answer.items, items)
    },
  })
  const choose = (id: string, on: boolean) => {
    const next = new Set(left)
    if (on) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <>
      <Sheet
        title={said.list}
        actions={
          <Checkbox
            label={said.all}
            checked={chosen.length === items.length}
            indeterminate={chosen.length > 0 && chosen.length < items.length}
            onChange={(event) => setLeft(new Set(event.currentTarget.checked ? [] : items.map(({ id }) => id)))}
          />
        }
      >
        <div className="plain-rows">
          {items.map((one) => (
            <Row key={one.id} one={one} isChosen={!left.has(one.id)} onChoose={(on) => choose(one.id, on)} />
          ))}
        </div>
        {more && (
          <Text size="xs" c="dimmed" mt="sm">
            {said.more}
          </Text>
        )}
      </Sheet>
      <Group justify="space-between" className="round-foot" gap="sm">
        <div>
          <Text fw={650} className="figures">
            {money(going.reduce((sum, { totalCents }) => sum + totalCents, 0))}
          </Text>
          <Text size="sm" c="dimmed">
            {said.chosen(going.length)}
          </Text>
        </div>
        <Group gap="sm">
          <SegmentedControl
            size="sm"
            aria-label={said.how}
            data={untils.map((value) => ({ value, label: said.untils[value] }))}
            value={until}
            onChange={(value) => setUntil(value as Until)}
          />
          <WriteButton disabled={going.length === 0} loading={bill.isPending} onClick={() => bill.mutate()}>
            {said.press[until](going.length)}
          </WriteButton>
        </Group>
        <Text size="xs" c="dimmed" w="100%" visibleFrom="sm">
          {said.untilWhy[until]}
        </Text>
      </Group>
    </>
  )
}

function Row({ one, isChosen, onChoose }: { one: ToBill; isChosen: boolean; onChoose: (on: boolean) => void }) {
  const said = useBillingTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const { kind, id, number, title, companyName, personName, since, until, lines, netCents, totalCents } = one
  const name = companyName ?? personName ?? ''
  const when = kind === 'order' ? said.since.order(day(since)) : said.since.contract(day(since), day(until))
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <Checkbox
        mt={2}
        aria-label={[name, said.kinds[kind], number].filter(Boolean).join(' ')}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Anchor component={Link} to={kind === 'order' ? to.order(id) : to.contract(id)} size="sm">
          {[said.kinds[kind], number, title && `· ${title}`].filter(Boolean).join(' ')}
        </Anchor>
        <Text size="xs" c="dimmed" className="figures">
          {[when, said.lines(lines)].join(' · ')}
        </Text>
      </div>
      <div style={{ textAlign: 'right' }}>
        <Text size="sm" fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
          {money(totalCents)}
        </Text>
        <Text size="xs" c="dimmed" className="figures" style={{ whiteSpace: 'nowrap' }}>
          {said.net} {money(netCents)}
        </Text>
      </div>
    </Group>
  )
}
