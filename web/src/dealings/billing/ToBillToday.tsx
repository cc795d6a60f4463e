import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { to } from '../../to.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useGroupCompany } from '../group-company.tsx'
import { useFigures } from '../lines/useFigures.ts'
import { toBillSumQuery } from './queries.ts'
import { useBillingTexts } from './texts.ts'

/** How much waits to be billed, on the day of whoever bills; something else where nothing waits. */
export function ToBillToday({ otherwise }: { otherwise: ReactNode }) {
  const said = useBillingTexts()
  const { money } = useFigures()
  const { groupCompany, companies } = useGroupCompany()
  const { data: sum } = useQuery(toBillSumQuery({ groupCompany, most: 500 }))
  if (!sum) return null
  if (sum.rows === 0) return otherwise
  const name = companies.length > 1 ? companies.find(({ id }) => id === groupCompany)?.name : undefined
  return (
    <Sheet
      title={said.title}
      actions={
        <Anchor component={Link} to={to.toBill()} size="sm">
          {said.seeAll}
        </Anchor>
      }
      flush
    >
      <Link to={to.toBill()} className="day-row">
        <span style={{ minWidth: 0 }}>
          <Text component="span" size="sm" fw={600} display="block" className="figures">
            {money(sum.totalCents)}
          </Text>
          <Text component="span" size="sm" c="dimmed" display="block" className="figures">
            {said.waitsToday(sum.rows, { isMore: sum.more, net: money(sum.netCents) })}
          </Text>
        </span>
        {name && (
          <Text component="span" size="xs" c="dimmed">
            {name}
          </Text>
        )}
      </Link>
    </Sheet>
  )
}
