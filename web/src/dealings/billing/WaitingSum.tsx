import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFigures } from '../lines/useFigures.ts'
import type { ToBill, Whose } from './contract.ts'
import { toBillSumQuery } from './queries.ts'
import { useBillingTexts } from './texts.ts'

/** How much waits: what is in sight, and all of it when somebody asks. */
export function WaitingSum({ whose, items, isWhole }: { whose: Whose; items: readonly ToBill[]; isWhole: boolean }) {
  const said = useBillingTexts()
  const { money } = useFigures()
  const [isAsked, ask] = useState(false)
  const counted = useQuery({ ...toBillSumQuery(whose), enabled: isAsked && !isWhole })
  const sum = (of: 'netCents' | 'totalCents') => items.reduce((all, one) => all + one[of], 0)
  const all = isWhole ? { rows: items.length, netCents: sum('netCents'), totalCents: sum('totalCents') } : counted.data
  const isMore = !isWhole && Boolean(counted.data?.more)
  return (
    <Group justify="space-between" gap="sm" mb="xs">
      <Text size="xs" c="dimmed" className="figures" role="status">
        {!isWhole && `${said.inSight(items.length)}${all ? ' · ' : ''}`}
        {all && said.inAll(all.rows, { isMore, total: money(all.totalCents), net: money(all.netCents) })}
      </Text>
      {!isWhole && !all && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={isAsked && counted.isFetching}
          onClick={() => (isAsked ? counted.refetch() : ask(true))}
        >
          {said.countAll}
        </Button>
      )}
    </Group>
  )
}
