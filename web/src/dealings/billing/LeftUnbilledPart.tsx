import { Anchor, Stack, Text } from '@mantine/core'
import { api } from '../../api.ts'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useMove } from '../chain/useMove.ts'
import type { LeftUnbilled } from './contract.ts'
import { useBillingTexts } from './texts.ts'

/** What of an order or a contract was left unbilled, and why; whoever bills takes it back. Nothing where nothing was. */
export function LeftUnbilledPart({
  kind,
  id,
  left,
  mayBill,
}: {
  kind: 'order' | 'contract'
  id: string
  left: readonly LeftUnbilled[]
  mayBill: boolean
}) {
  const said = useBillingTexts()
  const { day } = useFormat()
  const back = useMove<string>({
    run: (entry) => api.post('/to-bill/billed-after-all', { kind, id, entry }),
    done: said.afterAllDone,
    fields: false,
  })
  if (left.length === 0) return null
  return (
    <Sheet title={said.leftUnbilled}>
      <div className="plain-rows">
        {left.map(({ id: entry, at, reason, since, until }) => (
          <Stack key={entry} gap={2}>
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {reason}
            </Text>
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
