import { Checkbox, SegmentedControl, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { tell } from '../../ui/toast.ts'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import { whyCut } from '../why-cut.ts'
import { BillRow } from './BillRow.tsx'
import { billInParts } from './bill-in-parts.ts'
import type { Billed, ToBill, Until } from './contract.ts'
import { useBillingTexts } from './texts.ts'
import '../rounds.css'

const untils = ['draft', 'issued', 'sent'] as const

/** The choice of what is billed, and how far; all that is in sight is chosen at first. */
export function ChooseToBill({
  items,
  hasMore,
  sum,
  more,
  onBilled,
}: {
  items: readonly ToBill[]
  hasMore: boolean
  sum: ReactNode
  more: ReactNode
  onBilled: (billed: Billed[], of: readonly ToBill[]) => void
}) {
  const said = useBillingTexts()
  const { money } = useFigures()
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set())
  const [until, setUntil] = useState<Until>('draft')
  const [done, setDone] = useState(0)
  const going = items.filter(({ id }) => !left.has(id))
  const bill = useMove<void, { billed: Billed[]; cut: number; why: unknown }>({
    run: () => billInParts(going, { until, onPart: setDone }),
    done: '',
    fields: false,
    then: ({ billed, cut, why }) => {
      setDone(0)
      if (cut > 0) tell(said.cut(cut, whyCut(why, said)))
      else if (billed.some(({ invoice }) => invoice)) tell(until === 'draft' ? said.drafted : said.done)
      onBilled(billed, items)
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
            label={hasMore ? said.allInSight : said.all}
            checked={going.length === items.length}
            indeterminate={going.length > 0 && going.length < items.length}
            onChange={(event) => setLeft(new Set(event.currentTarget.checked ? [] : items.map(({ id }) => id)))}
          />
        }
      >
        {sum}
        <div className="plain-rows">
          {items.map((one) => (
            <BillRow key={one.id} one={one} isChosen={!left.has(one.id)} onChoose={(on) => choose(one.id, on)} />
          ))}
        </div>
        {more}
      </Sheet>
      <div className="round-foot bill-foot">
        <div>
          <Text fw={650} className="figures">
            {money(going.reduce((sum, { totalCents }) => sum + totalCents, 0))}
          </Text>
          <Text size="sm" c="dimmed" role="status" className="figures">
            {bill.isPending && going.length > 1 ? said.underWay(done, going.length) : said.chosen(going.length)}
          </Text>
        </div>
        <SegmentedControl
          className="bill-how"
          size="sm"
          aria-label={said.how}
          data={untils.map((value) => ({ value, label: said.untils[value] }))}
          value={until}
          onChange={(value) => setUntil(value as Until)}
        />
        <WriteButton
          reason={going.length === 0 ? said.noneChosen : undefined}
          loading={bill.isPending}
          onClick={() => bill.mutate()}
        >
          {said.press[until](Math.max(going.length, 1))}
        </WriteButton>
        <Text size="xs" c="dimmed" className="bill-why" visibleFrom="sm">
          {said.untilWhy[until]}
        </Text>
      </div>
    </>
  )
}
