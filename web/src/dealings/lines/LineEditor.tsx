import { Button, Group, Stack, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import type { Language } from '../../contract.ts'
import { ProductPicker } from '../products/ProductPicker.tsx'
import { unitIn } from '../products/units.ts'
import { LineRow } from './LineRow.tsx'
import { type Line, movedLine, newLine } from './line.ts'
import './lines.css'
import { TotalsPart } from './TotalsPart.tsx'
import { useLineTexts } from './texts.ts'
import { totalsOf } from './totals.ts'

/**
 * The lines of a quote, an order, a contract or an invoice, with products at the customer's prices. `fault`: what the server refused, by the
 * name of its field, such as `lines.0.quantity`.
 */
export function LineEditor({
  lines,
  onChange,
  language,
  company,
  groupCompany,
  on,
  fault,
  negative = false,
}: {
  lines: readonly Line[]
  onChange: (lines: Line[]) => void
  /** The document's language: products are named in it. */
  language: Language
  company?: string | undefined
  groupCompany?: string | undefined
  /** The day whose prices are meant. */
  on?: string | undefined
  fault?: { field: string; said: string } | null | undefined
  negative?: boolean
}) {
  const said = useLineTexts()
  const list = useRef<HTMLOListElement>(null)
  const { ref: frame, width } = useElementSize()
  const isNarrow = width > 0 && width < 730
  const focus = (n: number, column: string) =>
    requestAnimationFrame(() => {
      const row = list.current?.children[n]
      const input = row?.querySelector<HTMLInputElement>(`[data-column="${column}"]`) ?? row?.querySelector('input')
      input?.focus()
    })
  const add = (line: Line) => {
    onChange([...lines, line])
    focus(lines.length, 'text')
  }
  const deedsOf = (n: number) => ({
    change: (part: Partial<Line>) => onChange(lines.map((line, at) => (at === n ? { ...line, ...part } : line))),
    remove: () => onChange(lines.filter((_, at) => at !== n)),
    move: (by: -1 | 1) => {
      onChange(movedLine(lines, n, by))
      focus(Math.min(Math.max(n + by, 0), lines.length - 1), 'text')
    },
    next: (column: string) => {
      const last = lines.at(-1)
      if (n < lines.length - 1) focus(n + 1, column)
      else if (last) add(newLine({ vatRate: last.vatRate, vatCategory: last.vatCategory }))
    },
  })
  return (
    <Stack gap="sm" ref={frame}>
      {lines.length > 0 && !isNarrow && (
        <div className="line-heads" aria-hidden>
          {[said.text, said.quantity, said.unit, said.price, said.discount, said.vat, said.sum].map((head) => (
            <span key={head}>{head}</span>
          ))}
        </div>
      )}
      {lines.length === 0 ? (
        <Text
          size="sm"
          c={fault?.field === 'lines' ? 'red' : 'dimmed'}
          role={fault?.field === 'lines' ? 'alert' : undefined}
        >
          {fault?.field === 'lines' ? fault.said : said.none}
        </Text>
      ) : (
        <ol className={isNarrow ? 'line-rows narrow' : 'line-rows'} ref={list} aria-label={said.lines}>
          {lines.map((line, n) => (
            <LineRow
              key={line.id}
              line={line}
              n={n}
              isNarrow={isNarrow}
              negative={negative}
              deeds={deedsOf(n)}
              faultOf={(part) => (fault?.field === `lines.${n}.${part}` ? fault.said : undefined)}
            />
          ))}
        </ol>
      )}
      <Group gap="sm" align="flex-end" justify="space-between">
        <Group gap="sm" style={{ flex: '1 1 20rem' }}>
          <div style={{ flex: '1 1 14rem', maxWidth: 360 }}>
            <ProductPicker
              label={said.pick}
              language={language}
              {...{ company, groupCompany, on }}
              onPick={({ id, name, unit, unitPrice, vatCategory, vatRate }) =>
                add(
                  newLine({
                    ...{ product: id, text: name, unit: unitIn(unit, language), vatCategory, vatRate },
                    unitPrice: unitPrice ?? 0,
                  }),
                )
              }
            />
          </div>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => add(newLine())}>
            {said.add}
          </Button>
        </Group>
        {!isNarrow && lines.length > 0 && (
          <Text size="xs" c="dimmed">
            {said.hint}
          </Text>
        )}
      </Group>
      {lines.length > 0 && <TotalsPart totals={totalsOf(lines)} isLive />}
    </Stack>
  )
}
