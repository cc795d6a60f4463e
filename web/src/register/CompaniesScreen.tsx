import { Group, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconBuilding, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useListWords } from '../ui/useListWords.ts'
import { CompanyFilters, companyFilterNames } from './CompanyFilters.tsx'
import type { Company } from './contract.ts'
import { nameOfCompany } from './names.ts'
import { companiesQuery } from './queries.ts'
import { RecordList } from './RecordList.tsx'
import { States, useCompanyColumns } from './useColumns.tsx'
import { useReasonToAdd } from './useReasonToAdd.ts'

export function CompaniesScreen() {
  const { shell, register } = useTexts()
  const navigate = useNavigate()
  const columns = useCompanyColumns()
  const list = useListWords(
    'companies',
    columns.filter(({ shown }) => shown).map(({ id }) => id),
  )
  const { columns: _, ...asked } = list.words
  const companies = useInfiniteQuery(companiesQuery(asked))
  useHotkeys([['n', () => navigate({ to: to.newCompany() })]])
  const add = (
    <WriteButton
      reason={useReasonToAdd('organisation')}
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => navigate({ to: to.newCompany() })}
    >
      {shell.newCompany}
    </WriteButton>
  )

  return (
    <>
      <PageHead title={shell.places.companies} actions={add} />
      <RecordList
        label={shell.places.companies}
        list={list}
        query={companies}
        columns={columns}
        open={({ id }) => to.company(id)}
        filters={<CompanyFilters words={list.words} change={list.change} />}
        filtered={companyFilterNames}
        card={(row) => <CompanyCard row={row} />}
        empty={
          <Empty icon={<IconBuilding size={26} />} title={register.emptyCompanies} action={add}>
            {register.emptyCompaniesText}
          </Empty>
        }
      />
    </>
  )
}

function CompanyCard({ row }: { row: Company }) {
  const { ui } = useTexts()
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Text fw={600} size="sm" truncate>
          {nameOfCompany(row) || ui.unknown}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {String(row.values?.['org.businessId'] ?? '')}
        </Text>
      </div>
      <States row={row} />
    </Group>
  )
}
