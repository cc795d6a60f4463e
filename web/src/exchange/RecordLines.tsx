import { Anchor, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { Scrolling } from '../ui/Scrolling.tsx'
import { type Fate, type ImportNow, type LineShown, linesOf } from './contract.ts'
import { useExchangeTexts } from './texts.ts'

const placeOf: Record<string, (id: string) => string> = { products: to.product, opportunities: to.opportunity }

/** Lines of products, opportunities and the like: what each says in a few words, and why one was left out. */
export function RecordLines({
  run,
  fate,
  items,
  hasReasons,
}: {
  run: ImportNow
  fate: Fate
  items: readonly LineShown[]
  hasReasons: boolean
}) {
  const said = useExchangeTexts()
  const { number } = useFormat()
  const isWide = useMediaQuery('(min-width: 48em)')
  const titles = [said.line, said.what, ...(hasReasons && isWide ? [said.why] : [])]
  const isThere = run.state === 'finished' || run.state === 'cancelled' || fate === 'left'
  return (
    <>
      <Scrolling label={said.fates[fate]}>
        <table className="records">
          <thead>
            <tr>
              {titles.map((title) => (
                <th key={title} scope="col">
                  <span>{title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ line, shown, recordId, said: why, code, company }) => {
              const place = isThere && recordId && placeOf[run.holds]?.(recordId)
              return (
                <tr key={line}>
                  <td className="figures">{line}</td>
                  <td style={{ whiteSpace: 'normal', minWidth: 160 }}>
                    {place ? (
                      <Anchor component={Link} to={place} size="sm">
                        {shown ?? said.open}
                      </Anchor>
                    ) : (
                      (shown ?? '–')
                    )}
                    {company && (
                      <Text size="sm" c="dimmed">
                        {company}
                      </Text>
                    )}
                    {hasReasons && !isWide && <Text size="sm">{why ?? code}</Text>}
                  </td>
                  {hasReasons && isWide && <td style={{ whiteSpace: 'normal' }}>{why ?? code}</td>}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrolling>
      {linesOf(run, fate) > items.length && (
        <Text size="sm" c="dimmed">
          {said.firstOf(number(items.length), number(linesOf(run, fate)))}
        </Text>
      )}
    </>
  )
}
