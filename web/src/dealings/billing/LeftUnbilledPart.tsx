import { Anchor, Stack, Text } from '@mantine/core'
import { api } from '../../api.ts'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useMove } from '../chain/useMove.ts'
import type { Line } from '../lines/line.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { LeftUnbilled } from './contract.ts'
import { useCreditTexts } from './credit.texts.ts'
import { useBillingTexts } from './texts.ts'

/** What of an order or a contract was left unbilled, and why; whoever bills takes it back. Nothing where nothing was. */
export function LeftUnbilledPart({
  kind,
  id,
  left,
  lines = [],
  endsOn = null,
  mayBill,
}: {
  kind: 'order' | 'contract'
  id: string
  left: readonly LeftUnbilled[]
  /** The lines of an order, by which it is said what was left. */
  lines?: readonly Line[]
  /** The last day of a contract: what lies beyond it was left uncredited. */
  endsOn?: string | null
  mayBill: boolean
}) {
  const said = useBillingTexts()
  const credit = useCreditTexts()
  const wordsOf = ({ since }: { since?: string }) => (since && endsOn && since > endsOn ? credit : said)
  const { day } = useFormat()
  const { quantity } = useFigures()
  const saidLine = (one: { id: string; quantity: number }) => {
    const line = lines.find(({ id }) => id === one.id)
    return line ? `${line.text} × ${quantity(one.quantity)} ${line.unit}` : []
  }
  const back = useMove<LeftUnbilled>({
    run: (entry) => api.post('/to-bill/billed-after-all', { kind, id, entry: entry.id }),
    done: (entry) => wordsOf(entry).afterAllDone,
    fields: false,
  })
  if (left.length === 0) return null
  return (
    <Sheet title={said.leftUnbilled}>
      <div className="plain-rows">
        {left.map((entry) => (
          <Stack key={entry.id} gap={2}>
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {entry.reason}
            </Text>
            {entry.lines?.flatMap(saidLine).map((words) => (
              <Text key={words} size="sm" className="figures" style={{ overflowWrap: 'anywhere' }}>
                {words}
              </Text>
            ))}
            <Text size="xs" c="dimmed" className="figures">
              {[day(entry.at), entry.since && entry.until && wordsOf(entry).period(day(entry.since), day(entry.until))]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {mayBill && (
              <Anchor
                component="button"
                type="button"
                size="xs"
                ta="start"
                aria-label={wordsOf(entry).afterAllOf(day(entry.at))}
                disabled={back.isPending}
                {...(back.isPending ? { c: 'dimmed' } : {})}
                onClick={() => back.mutate(entry)}
              >
                {wordsOf(entry).afterAll}
              </Anchor>
            )}
          </Stack>
        ))}
      </div>
    </Sheet>
  )
}
