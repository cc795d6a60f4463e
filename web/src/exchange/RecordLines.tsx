import { Anchor, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { Scrolling } from '../ui/Scrolling.tsx'
import { type Fate, type ImportNow, type LineShown, linesOf } from './contract.ts'
import { useExchangeTexts } from './texts.ts'

const placeOf: Record<string, (id: string) => string> = { products: to.product, opportunities: to.opportunity }

interface Shown {
  run: ImportNow
  fate: Fate
  items: readonly LineShown[]
  hasReasons: boolean
}

/** Lines of products, opportunities and the like: what each says in a few words, and why one was left out; on a phone one under another. */
export function RecordLines({ run, fate, items, hasReasons }: Shown) {
  const said = useExchangeTexts()
  const { number } = useFormat()
  const isWide = useMediaQuery('(min-width: 48em)')
  const isThere = run.state === 'finished' || run.state === 'cancelled' || fate === 'left'
  const rows = items.map(({ line, shown, recordId, said: why, code, company }) => {
    const place = isThere && recordId ? placeOf[run.holds]?.(recordId) : undefined
    const words = (
      <>
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
      </>
    )
    return { line, words, why: hasReasons ? (why ?? code) : null }
  })
  return (
    <>
      {isWide ? (
        <Table label={said.fates[fate]} rows={rows} hasReasons={hasReasons} />
      ) : (
        <Stack gap="sm">
          {rows.map(({ line, words, why }) => (
            <div key={line}>
              <Text size="xs" c="dimmed" className="figures">
                {`${said.line} ${number(line)}`}
              </Text>
              <Text size="sm" fw={600} component="div" style={{ overflowWrap: 'anywhere' }}>
                {words}
              </Text>
              {why && <Text size="sm">{why}</Text>}
            </div>
          ))}
        </Stack>
      )}
      {linesOf(run, fate) > items.length && (
        <Text size="sm" c="dimmed">
          {said.firstOf(number(items.length), number(linesOf(run, fate)))}
        </Text>
      )}
    </>
  )
}

interface Row {
  line: number
  words: ReactNode
  why: string | null
}

function Table({ label, rows, hasReasons }: { label: string; rows: readonly Row[]; hasReasons: boolean }) {
  const said = useExchangeTexts()
  return (
    <Scrolling label={label}>
      <table className="records">
        <thead>
          <tr>
            {[said.line, said.what, ...(hasReasons ? [said.why] : [])].map((title) => (
              <th key={title} scope="col">
                <span>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, words, why }) => (
            <tr key={line}>
              <td className="figures">{line}</td>
              <td style={{ whiteSpace: 'normal', minWidth: 160 }}>{words}</td>
              {hasReasons && <td style={{ whiteSpace: 'normal', minWidth: 200 }}>{why}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}
