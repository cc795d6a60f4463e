import { Anchor, Stack, Text } from '@mantine/core'
import { api } from '../../api.ts'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useMove } from '../chain/useMove.ts'
import type { Line } from '../lines/line.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { LeftUnbilled } from './contract.ts'
import { useBillingTexts } from './texts.ts'

/** What of an order or a contract was left unbilled, and why; whoever bills takes it back. Nothing where nothing was. */
export function LeftUnbilledPart({
  kind,
  id,
  left,
  lines = [],
  mayBill,
}: {
  kind: 'order' | 'contract'
  id: string
  left: readonly LeftUnbilled[]
  /** The lines of an order, by which it is said what was left. */
  lines?: readonly Line[]
  mayBill: boolean
}) {
  const said = useBillingTexts()
  const { day } = useFormat()
  const { quantity } = useFigures()
  const saidLine = (one: { id: string; quantity: number }) => {
    const line = lines.find(({ id }) => id === one.id)
    return line ? `${line.text} × ${quantity(one.quantity)} ${line.unit}` : []
  }
  const back = useMove<string>({
    run: (entry) => api.post('/to-bill/billed-after-all', { kind, id, entry }),
    done: said.afterAllDone,
    fields: false,
  })
  if (left.length === 0) return null
  return (
    <Sheet title={said.leftUnbilled}>
      <div className="plain-rows">
        {left.map(({ id: entry, at, reason, lines: parts, since, until }) => (
          <Stack key={entry} gap={2}>
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {reason}
            </Text>
            {parts?.flatMap(saidLine).map((words) => (
              <Text key={words} size="sm" className="figures" style={{ overflowWrap: 'anywhere' }}>
                {words}
              </Text>
            ))}
            <Text size="xs" c="dimmed" className="figures">
              {[day(at), since && until && said.period(day(since), day(until))].filter(Boolean).join(' · ')}
            </Text>
            {mayBill && (
              <Anchor
                component="button"
                type="button"
                size="xs"
                ta="start"
                aria-label={said.afterAllOf(day(at))}
                disabled={back.isPending}
                {...(back.isPending ? { c: 'dimmed' } : {})}
                onClick={() => back.mutate(entry)}
              >
                {said.afterAll}
              </Anchor>
            )}
          </Stack>
        ))}
      </div>
    </Sheet>
  )
}
