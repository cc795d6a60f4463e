import { ActionIcon, Button, Group, Input, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useSpeech } from '../../texts/index.tsx'
import type { Fault } from '../chain/useMove.ts'
import { NumberCell } from '../lines/NumberCell.tsx'
import { ProductPicker } from '../products/ProductPicker.tsx'
import { unitIn } from '../products/units.ts'
import type { WishedLine } from './contract.ts'
import './quote-requests.css'
import { useQuoteRequestTexts } from './texts.ts'

/** What the customer wishes for, line by line, without prices: those come with the quote. */
export function WishedLines({
  lines,
  fault,
  company,
  onChange,
}: {
  lines: readonly WishedLine[]
  fault: Fault
  company?: string | undefined
  onChange: (lines: WishedLine[]) => void
}) {
  const said = useQuoteRequestTexts()
  const { language } = useSpeech()
  const change = (n: number, part: Partial<WishedLine>) =>
    onChange(lines.map((line, at) => (at === n ? { ...line, ...part } : line)))
  const add = (line: Partial<WishedLine>) =>
    onChange([...lines, { id: crypto.randomUUID(), text: '', unit: '', quantity: 1000, ...line }])
  const errorOf = (n: number, ...parts: string[]) =>
    fault && parts.some((part) => fault.field === `lines.${n}.${part}`) ? fault.said : undefined
  return (
    <Input.Wrapper label={said.lines} labelElement="div" error={fault?.field === 'lines' ? fault.said : undefined}>
      {lines.length > 0 && (
        <ol className="wished-lines" aria-label={said.lines}>
          {lines.map((line, n) => (
            <li key={line.id} className="wished-line">
              <TextInput
                aria-label={`${said.line(n + 1)}: ${said.text}`}
                placeholder={said.text}
                maxLength={1000}
                value={line.text}
                error={errorOf(n, 'text', 'product')}
                onChange={(event) => change(n, { text: event.currentTarget.value })}
              />
              <NumberCell
                label={`${said.line(n + 1)}: ${said.quantity}`}
                showLabel={false}
                parts={1000}
                decimals={3}
                value={line.quantity}
                error={errorOf(n, 'quantity')}
                onChange={(quantity) => change(n, { quantity })}
              />
              <TextInput
                aria-label={`${said.line(n + 1)}: ${said.unit}`}
                placeholder={said.unit}
                maxLength={20}
                value={line.unit}
                error={errorOf(n, 'unit')}
                onChange={(event) => change(n, { unit: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={said.removeLine(n + 1)}
                onClick={() => onChange(lines.filter((_, at) => at !== n))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {said.noLines}
        </Text>
      )}
      <Group gap="sm" mt="xs">
        <div style={{ flex: '1 1 14rem', maxWidth: 340 }}>
          <ProductPicker
            label={said.pick}
            language={language}
            company={company}
            onPick={({ id, name, unit }) => add({ product: id, text: name, unit: unitIn(unit, language) })}
          />
        </div>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => add({})}>
          {said.addLine}
        </Button>
      </Group>
    </Input.Wrapper>
  )
}
