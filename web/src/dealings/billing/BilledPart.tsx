import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { to } from '../../to.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { Billed, ToBill } from './contract.ts'
import { useBillingTexts } from './texts.ts'

/** What a round made, and what stopped the others, those first. */
export function BilledPart({ billed, of }: { billed: readonly Billed[]; of: readonly ToBill[] }) {
  const said = useBillingTexts()
  const stopped = billed.filter((one) => one.said)
  const rows = [...stopped, ...billed.filter((one) => !one.said)]
  // Whoever pressed stands at the foot of a long list: what came of it is brought before them.
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => {
    result.current?.focus({ preventScroll: true })
    if (billed.length > 0) result.current?.scrollIntoView({ block: 'start' })
  }, [billed])
  return (
    <div ref={result} tabIndex={-1} className="billed-part">
      <Sheet title={said.result}>
        {stopped.length > 0 && (
          <Text size="sm" mb="xs" role="status">
            {said.stopped(stopped.length)}
          </Text>
        )}
        <div className="plain-rows">
          {rows.map((one) => {
            const from = of.find(({ id }) => id === one.id)
            const state = one.sent ? 'sent' : one.number ? 'issued' : one.invoice ? 'draft' : 'stopped'
            return (
              <Group key={one.id} justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
                <div style={{ minWidth: 0 }}>
                  <Text size="sm" fw={600}>
                    {from?.companyName ?? from?.personName}
                  </Text>
                  {one.invoice && (
                    <Anchor component={Link} to={to.invoice(one.invoice)} size="sm">
                      {one.number ? said.invoice(one.number) : said.draft}
                    </Anchor>
                  )}
                  {one.said && (
                    <Text size="xs" c="dimmed">
                      {one.said}{' '}
                      {one.code === 'BUYER_ADDRESS_MISSING' && from?.company && (
                        <Anchor component={Link} to={to.company(from.company)} size="xs">
                          {said.card}
                        </Anchor>
                      )}
                    </Text>
                  )}
                </div>
                <StateBadge
                  said={said.states[state]}
                  tone={state === 'stopped' ? 'bad' : one.said ? 'wait' : state === 'draft' ? 'calm' : 'good'}
                />
              </Group>
            )
          })}
        </div>
      </Sheet>
    </div>
  )
}
