import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useGroupCompany } from '../group-company.tsx'
import { useFigures } from '../lines/useFigures.ts'
import { toBillSumQuery } from './queries.ts'
import { useBillingTexts } from './texts.ts'

/** How much waits to be billed, on the day of whoever bills; nothing where nothing waits. */
export function ToBillToday() {
  const said = useBillingTexts()
  const { money } = useFigures()
  const { groupCompany, companies } = useGroupCompany()
  const { data: sum } = useQuery(toBillSumQuery({ groupCompany, most: 500 }))
  if (!sum || sum.rows === 0) return null
  const name = companies.length > 1 ? companies.find(({ id }) => id === groupCompany)?.name : undefined
  return (
    <Stack mt={20}>
      <Sheet title={[said.title, name].filter(Boolean).join(' · ')} flush>
        <Link to={to.toBill()} className="day-row">
          <Text component="span" size="sm" fw={600} className="figures">
            {said.inAll(sum.rows, { isMore: sum.more, total: money(sum.totalCents), net: money(sum.netCents) })}
          </Text>
        </Link>
      </Sheet>
    </Stack>
  )
}
