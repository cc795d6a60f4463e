import { Stack } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { BilledPart } from './BilledPart.tsx'
import { ChooseToBill } from './ChooseToBill.tsx'
import type { Billed, ToBill } from './contract.ts'
import { toBillQuery } from './queries.ts'
import { useBillingTexts } from './texts.ts'

/** What waits to be billed; what is seen first is then billed with one press. */
export function ToBillScreen() {
  const said = useBillingTexts()
  const whose = useGroupCompany()
  const waiting = useQuery(toBillQuery(whose.groupCompany))
  const [made, setMade] = useState<{ billed: Billed[]; of: readonly ToBill[] } | null>(null)
  return (
    <>
      <PageHead
        title={said.title}
        under={said.under}
        crumbs={[{ to: to.invoices(), label: said.invoices }]}
        actions={<GroupCompanyChoice of={whose} />}
      />
      <Stack gap="lg" maw={980}>
        {made && <BilledPart {...made} />}
        <Asked query={waiting}>
          {(known) =>
            known.items.length === 0 ? (
              <Empty icon={<IconChecks size={26} />} title={said.nothing}>
                {said.nothingUnder}
              </Empty>
            ) : (
              <ChooseToBill
                key={known.groupCompany}
                waiting={known}
                onBilled={(billed, of) => setMade({ billed, of })}
              />
            )
          }
        </Asked>
      </Stack>
    </>
  )
}
