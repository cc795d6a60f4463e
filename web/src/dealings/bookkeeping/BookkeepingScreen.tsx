import { Grid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Asked } from '../../ui/Asked.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { AccountsPart } from './AccountsPart.tsx'
import { IntakePart } from './IntakePart.tsx'
import { bookkeepingQuery } from './queries.ts'
import { useBookkeepingTexts } from './texts.ts'
import { VouchersPart } from './VouchersPart.tsx'

/** What goes to the books of a group company, and what comes from them. */
export function BookkeepingScreen() {
  const said = useBookkeepingTexts()
  const whose = useGroupCompany()
  const query = useQuery(bookkeepingQuery(whose.groupCompany))
  return (
    <>
      <PageHead title={said.title} under={said.under} actions={<GroupCompanyChoice of={whose} />} />
      <Asked query={query}>
        {(books) => (
          <Grid gap="md" key={books.groupCompany}>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <Stack gap="md">
                <VouchersPart books={books} />
                <IntakePart books={books} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 6 }}>
              <AccountsPart books={books} />
            </Grid.Col>
          </Grid>
        )}
      </Asked>
    </>
  )
}
