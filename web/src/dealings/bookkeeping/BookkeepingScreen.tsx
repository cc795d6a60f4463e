import { Grid, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Asked } from '../../ui/Asked.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { AccountsPart } from './AccountsPart.tsx'
import { IntakePart } from './IntakePart.tsx'
import { bookkeepingQuery } from './queries.ts'
import { useBookkeepingTexts } from './texts.ts'
import { VouchersPart } from './VouchersPart.tsx'

/** What goes to the books of a group company, and what comes from them. */
export function BookkeepingScreen() {
  const said = useBookkeepingTexts()
  const [groupCompany, setGroupCompany] = useState<string>()
  const query = useQuery(bookkeepingQuery(groupCompany))
  const companies = query.data?.groupCompanies ?? []
  return (
    <>
      <PageHead
        title={said.title}
        under={said.under}
        actions={
          companies.length > 1 && (
            <Select
              aria-label={said.groupCompany}
              allowDeselect={false}
              data={companies.map(({ id, name }) => ({ value: id, label: name }))}
              value={groupCompany ?? query.data?.groupCompany ?? null}
              onChange={(next) => setGroupCompany(next ?? undefined)}
            />
          )
        }
      />
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
