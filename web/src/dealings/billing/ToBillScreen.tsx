import { Group, Stack } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { BilledPart } from './BilledPart.tsx'
import { ChooseToBill } from './ChooseToBill.tsx'
import { type Customer, CustomerFilter } from './CustomerFilter.tsx'
import type { Billed, ToBill } from './contract.ts'
import { toBillQuery } from './queries.ts'
import { ToCreditPart } from './ToCreditPart.tsx'
import { useBillingTexts } from './texts.ts'
import { WaitingSum } from './WaitingSum.tsx'

/** What waits to be billed; what is seen first is then billed with one press. */
export function ToBillScreen() {
  const said = useBillingTexts()
  const { groupCompany, ...choice } = useGroupCompany()
  const [customer, setCustomer] = useState<Customer | null>(null)
  const whose = { groupCompany, company: customer?.company, person: customer?.person }
  const waiting = useInfiniteQuery(toBillQuery(whose))
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? []
  const [made, setMade] = useState<{ billed: Billed[]; of: readonly ToBill[] } | null>(null)
  return (
    <>
      <PageHead
        title={said.title}
        under={said.under}
        crumbs={[{ to: to.invoices(), label: said.invoices }]}
        actions={<GroupCompanyChoice of={{ groupCompany, ...choice }} />}
      />
      <Stack gap="lg" maw={980}>
        {made && <BilledPart {...made} />}
        <Group>
          <CustomerFilter value={customer} onChange={setCustomer} />
        </Group>
        <ToCreditPart of={whose} />
        <Asked query={waiting}>
          {() =>
            items.length === 0 ? (
              <Empty icon={<IconChecks size={26} />} title={customer ? said.nothingOf(customer.name) : said.nothing}>
                {said.nothingUnder}
              </Empty>
            ) : (
              <ChooseToBill
                key={JSON.stringify(whose)}
                items={items}
                hasMore={waiting.hasNextPage}
                sum={<WaitingSum whose={whose} items={items} isWhole={!waiting.hasNextPage} />}
                more={
                  <MoreRows
                    hasMore={waiting.hasNextPage}
                    isFetching={waiting.isFetchingNextPage}
                    more={() => waiting.fetchNextPage()}
                  />
                }
                onBilled={(billed, of) => setMade({ billed, of })}
              />
            )
          }
        </Asked>
      </Stack>
    </>
  )
}
