import { ActionIcon, Menu, Select, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { Line } from './line.ts'
import { NumberCell } from './NumberCell.tsx'
import { useLineTexts } from './texts.ts'
import { netOf } from './totals.ts'
import { useFigures } from './useFigures.ts'
import { vatChoices, vatKey, vatOfKey } from './vat.ts'

export interface RowDeeds {
  change: (part: Partial<Line>) => void
  remove: () => void
  move: (by: -1 | 1) => void
  /** Enter: the next line, a new one after the last. */
  next: (column: string) => void
}

/** One line being typed: a row on a wide screen, a card on a narrow one. */
export function LineRow({
  line,
  n,
  faultOf,
  isNarrow,
  negative,
  deeds: { change, remove, move, next },
}: {
  line: Line
  n: number
  faultOf: (part: string) => string | undefined
  isNarrow: boolean
  negative: boolean
  deeds: RowDeeds
}) {
  const said = useLineTexts()
  const { money, share } = useFigures()
  const keys = (column: string) => (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      next(column)
    }
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }
  const named = (column: string) => (isNarrow ? column : `${said.line(n + 1)}: ${column}`)
  const wordsOf = (label: string) => (isNarrow ? { label } : { 'aria-label': named(label) })
  const vat = vatKey({ category: line.vatCategory, rate: line.vatRate })
  const known = vatChoices.some((one) => vatKey(one) === vat)
  const choices = known ? vatChoices : [...vatChoices, { category: line.vatCategory, rate: line.vatRate }]
  return (
    <li className="line-row" data-line={n} aria-label={said.line(n + 1)}>
      <div className="line-text">
        <TextInput
          {...wordsOf(said.text)}
          size="sm"
          maxLength={1000}
          data-column="text"
          value={line.text}
          error={faultOf('text')}
          onKeyDown={keys('text')}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <NumberCell
        label={named(said.quantity)}
        showLabel={isNarrow}
        parts={1000}
        decimals={3}
        negative={negative}
        value={line.quantity}
        error={faultOf('quantity')}
        onKeyDown={keys('quantity')}
        onChange={(quantity) => change({ quantity })}
      />
      <TextInput
        {...wordsOf(said.unit)}
        size="sm"
        maxLength={20}
        data-column="unit"
        value={line.unit}
        error={faultOf('unit')}
        onKeyDown={keys('unit')}
        onChange={(event) => change({ unit: event.currentTarget.value })}
      />
      <NumberCell
        label={named(said.price)}
        showLabel={isNarrow}
        parts={10_000}
        decimals={4}
        suffix=" €"
        value={line.unitPrice}
        error={faultOf('unitPrice')}
        onKeyDown={keys('unitPrice')}
        onChange={(unitPrice) => change({ unitPrice })}
      />
      <NumberCell
        label={named(said.discount)}
        showLabel={isNarrow}
        parts={100}
        decimals={2}
        value={line.discount}
        error={faultOf('discount')}
        onKeyDown={keys('discount')}
        onChange={(discount) => change({ discount })}
      />
      <Select
        {...wordsOf(said.vat)}
        size="sm"
        allowDeselect={false}
        comboboxProps={{ width: 230, position: 'bottom-end' }}
        data={choices.map((one) => ({
          value: vatKey(one),
          label: one.category === 'S' ? `${share(one.rate)} %` : said.categories[one.category],
        }))}
        value={vat}
        error={faultOf('vatRate') ?? faultOf('vatCategory')}
        onChange={(key) => {
          const { category, rate } = vatOfKey(key ?? vat)
          change({ vatCategory: category, vatRate: rate })
        }}
      />
      <output className="line-sum figures" aria-label={named(said.sum)}>
        {money(netOf(line))}
      </output>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon className="line-menu" variant="subtle" color="gray" aria-label={said.more(n + 1)}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowUp size={15} aria-hidden />} onClick={() => move(-1)}>
            {said.up}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={15} aria-hidden />} onClick={() => move(1)}>
            {said.down}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={remove}>
            {said.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
