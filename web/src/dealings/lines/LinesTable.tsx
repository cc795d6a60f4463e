import { Text } from '@mantine/core'
import type { Line, Totals } from './line.ts'
import './lines.css'
import { TotalsPart } from './TotalsPart.tsx'
import { useLineTexts } from './texts.ts'
import { useFigures } from './useFigures.ts'

/** Lines that are not changed any more. `after`: what else is known of a line, such as how much of it has gone out. */
export function LinesTable({
  lines,
  totals,
  after,
}: {
  lines: readonly Line[]
  totals: Totals
  after?: (line: Line) => string | null
}) {
  const said = useLineTexts()
  const { money, price, quantity, share } = useFigures()
  return (
    <>
      <ul className="line-read" aria-label={said.lines}>
        {lines.map((line, n) => (
          <li key={line.id}>
            <div>
              <Text size="sm" fw={550}>
                {line.text}
              </Text>
              <Text size="xs" c="dimmed" className="figures">
                {`${quantity(line.quantity)} ${line.unit} × ${price(line.unitPrice)}`}
                {line.discount > 0 && ` −\u00a0${share(line.discount)}\u00a0%`}
                {` · ${line.vatCategory === 'S' ? said.vatAt(share(line.vatRate)) : said.categories[line.vatCategory]}`}
              </Text>
              {after?.(line) && (
                <Text size="xs" c="dimmed" className="figures">
                  {after(line)}
                </Text>
              )}
            </div>
            <span className="figures">{money(totals.lines[n] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <TotalsPart totals={totals} />
    </>
  )
}
