import { Group, Stack } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { Problem } from '../api.ts'
import { RefusalPart } from '../choices/card-parts.ts'
import { DealingsParts } from '../dealings/DealingsParts.tsx'
import { OpportunitiesPart } from '../dealings/pipeline/card-parts.ts'
import { MessagesPart } from '../mail/card-parts.ts'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { MoreDeeds } from '../ui/MoreDeeds.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { DocumentsPart, NextSteps, Timeline } from '../work/card-parts.ts'
import { CardTabs } from './CardTabs.tsx'
import { ClosedCompany } from './ClosedCompany.tsx'
import type { Company } from './contract.ts'
import { DeleteRecord } from './DeleteRecord.tsx'
import { EnquiriesAbout } from './EnquiriesAbout.tsx'
import { MergeRecord } from './MergeRecord.tsx'
import { nameOfCompany } from './names.ts'
import { PeopleOfCompany } from './PeopleOfCompany.tsx'
import { companyQuery } from './queries.ts'
import { Relationships } from './Relationships.tsx'
import { CompanyTree } from './tree/card-parts.ts'
import { States } from './useColumns.tsx'
import { ValueList } from './ValueList.tsx'

export function CompanyScreen() {
  const { company: id = '' } = useParams({ strict: false })
  const company = useQuery(companyQuery(id))
  if (company.error instanceof Problem && company.error.code === 'ORGANISATION_CLOSED')
    return <ClosedCompany refusal={company.error} />
  return <Asked query={company}>{(record) => <CompanyCard company={record} />}</Asked>
}

function CompanyCard({ company }: { company: Company }) {
  const texts = useTexts()
  const { register, shell, ui } = texts
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  return (
    <>
      <PageHead
        title={nameOfCompany(company) || register.company}
        crumbs={[{ to: to.companies(), label: shell.places.companies }]}
        under={
          <Group gap={6}>
            <span>{register.kinds[company.form] ?? company.form}</span>
            <States row={company} />
          </Group>
        }
        actions={
          <>
            <WriteButton
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              reason={reasonOf(company.may?.edit, texts)}
              onClick={() => navigate({ to: to.companyEdit(company.id) })}
            >
              {ui.edit}
            </WriteButton>
            <MoreDeeds>
              <MergeRecord
                subject="organisation"
                id={company.id}
                name={nameOfCompany(company) || register.company}
                reason={reasonOf(company.may?.edit, texts)}
              />
              <DeleteRecord
                subject="organisation"
                id={company.id}
                name={nameOfCompany(company) || register.company}
                relationships={company.relationships}
                reason={reasonOf(company.may?.edit, texts)}
              />
            </MoreDeeds>
          </>
        }
      />
      <CardTabs
        tabs={[
          ['overview', <Overview key="overview" company={company} />],
          ['timeline', <Timeline key="timeline" party={{ company: company.id }} />],
          [
            'dealings',
            <Stack key="dealings" gap="lg">
              <Suspense>
                <OpportunitiesPart company={company.id} name={nameOfCompany(company)} />
              </Suspense>
              <DealingsParts company={company.id} />
            </Stack>,
          ],
          me?.reads.includes('com.activities')
            ? ['documents', <DocumentsPart key="documents" party={{ company: company.id }} />]
            : null,
          me?.reads.includes('sys.consent') ? ['choices', <RefusalPart key="choices" company={company.id} />] : null,
        ]}
      />
    </>
  )
}

function Overview({ company }: { company: Company }) {
  const { register } = useTexts()
  const me = useQuery(meQuery).data
  const reads = (field: string) => me?.reads.includes(field) ?? false
  return (
    <div className="columns-2">
      <Stack gap="lg">
        <Sheet title={register.values}>
          <ValueList subject="organisation" record={company} />
        </Sheet>
        <PeopleOfCompany company={company} />
      </Stack>
      <Stack gap="lg">
        {reads('com.activities') && (
          <Suspense>
            <NextSteps party={{ company: company.id }} />
          </Suspense>
        )}
        <Relationships company={company} />
        <Suspense>
          <CompanyTree key={company.id} company={company.id} />
        </Suspense>
        <EnquiriesAbout company={company.id} />
        {reads('com.enquiries') && (
          <Suspense>
            <MessagesPart
              company={company.id}
              name={nameOfCompany(company)}
              hasEmail={Boolean(company.values['org.email'])}
            />
          </Suspense>
        )}
      </Stack>
    </div>
  )
}
