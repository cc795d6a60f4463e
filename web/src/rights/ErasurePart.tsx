import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSay } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import type { ErasurePlan, RightsRequest } from './contract.ts'
import { erasurePlanQuery } from './queries.ts'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

type Fate = ErasurePlan['fates'][number]

/** C4: what goes now, what stays, on which ground and until when; then the erasure itself. */
export function ErasurePart({ request, personId }: { request: RightsRequest; personId: string }) {
  const said = useRightsTexts()
  const plan = useQuery(erasurePlanQuery(personId))
  const erase = useStep(request, 'erasure', said.erasedNow)
  return (
    <div id="plan">
      <Sheet title={said.plan}>
        <Asked query={plan}>
          {({ fates }) => (
            <Stack gap="sm">
              <Fates title={said.planGoes} fates={fates.filter(({ fate }) => fate === 'erase')} />
              <Fates title={said.planStays} fates={fates.filter(({ fate }) => fate === 'hold')} />
              <Fates title={said.planMinimal} fates={fates.filter(({ fate }) => fate === 'keep-minimal')} />
              {request.next === 'erase' && (
                <Group>
                  <Button
                    color="red"
                    loading={erase.isPending}
                    onClick={() => window.confirm(said.eraseConfirm) && erase.mutate({})}
                  >
                    {said.erase}
                  </Button>
                  <Text size="sm" c="dimmed" style={{ flex: 1 }}>
                    {said.eraseConfirm}
                  </Text>
                </Group>
              )}
            </Stack>
          )}
        </Asked>
      </Sheet>
    </div>
  )
}

function Fates({ title, fates }: { title: string; fates: readonly Fate[] }) {
  const said = useRightsTexts()
  const say = useSay()
  const { day } = useFormat()
  const shown = fates.filter(({ rows }) => rows > 0)
  if (shown.length === 0) return null
  return (
    <section aria-label={title}>
      <Text fw={500}>{title}</Text>
      <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
        {shown.map((fate) => (
          <li key={`${fate.holding} ${fate.table} ${fate.class} ${fate.until ?? ''}`}>
            {said.holdings[fate.holding] ?? fate.holding}: {said.planRows(fate.rows)}
            {fate.fate !== 'erase' && (
              <Text component="span" size="sm" c="dimmed">
                {' '}
                {[say(fate.ground), fate.until ? said.until(day(fate.until)) : say(fate.event)]
                  .filter(Boolean)
                  .join(' – ')}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
