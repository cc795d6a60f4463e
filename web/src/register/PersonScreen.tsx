import { Alert, Group, Stack } from '@mantine/core'
import { IconHandStop, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { ChoicesPart } from '../choices/card-parts.ts'
import { DealingsParts } from '../dealings/DealingsParts.tsx'
import { OpportunitiesPart } from '../dealings/pipeline/card-parts.ts'
import { MessagesPart } from '../mail/card-parts.ts'
import { DisclosurePart, PaperPart } from '../oversight/parts.ts'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { MoreDeeds } from '../ui/MoreDeeds.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { DocumentsPart, NextSteps, Timeline } from '../work/card-parts.ts'
import { CardTabs } from './CardTabs.tsx'
import { CompaniesOfPerson } from './CompaniesOfPerson.tsx'
import type { Email, Person } from './contract.ts'
import { DeleteRecord } from './DeleteRecord.tsx'
import { EnquiriesAbout } from './EnquiriesAbout.tsx'
import { GiveStatement } from './GiveStatement.tsx'
import { MergeRecord } from './MergeRecord.tsx'
import { Notices } from './Notices.tsx'
import { nameOfPerson } from './names.ts'
import { personQuery } from './queries.ts'
import { RelationshipsOfPerson } from './Relationships.tsx'
import { NoticeState } from './useColumns.tsx'
import { ValueList } from './ValueList.tsx'

export function PersonScreen() {
  const { person: id = '' } = useParams({ strict: false })
  const person = useQuery(personQuery(id))
  return <Asked query={person}>{(record) => <PersonCard person={record} />}</Asked>
}

function PersonCard({ person }: { person: Person }) {
  const texts = useTexts()
  const { register, shell, ui } = texts
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const isPrivacy = me?.duties.some(({ id }) => id === 'privacy')
  return (
    <>
      <PageHead
        title={nameOfPerson(person) || register.person}
        crumbs={[{ to: to.people(), label: shell.places.people }]}
        under={
          <Group gap={8}>
            <span>{register.kinds[person.kind] ?? person.kind}</span>
            <NoticeState row={person} />
          </Group>
        }
        actions={
          <>
            <GiveStatement person={person} />
            <WriteButton
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              reason={reasonOf(person.may?.edit, texts)}
              onClick={() => navigate({ to: to.personEdit(person.id) })}
            >
              {ui.edit}
            </WriteButton>
            <MoreDeeds>
              <MergeRecord
                subject="person"
                id={person.id}
                name={nameOfPerson(person) || register.person}
                reason={reasonOf(person.may?.edit, texts)}
              />
              <DeleteRecord
                subject="person"
                id={person.id}
                name={nameOfPerson(person) || register.person}
                relationships={person.relationships ?? []}
                reason={reasonOf(person.may?.edit, texts)}
              />
            </MoreDeeds>
          </>
        }
      />
      {person.restricted && (
        <Alert color="yellow" icon={<IconHandStop />} title={register.restrictedTitle} mb="lg">
          {register.restricted}
        </Alert>
      )}
      <CardTabs
        tabs={[
          ['overview', <Overview key="overview" person={person} />],
          ['timeline', <Timeline key="timeline" party={{ person: person.id }} />],
          [
            'dealings',
            <Stack key="dealings" gap="lg">
              <Suspense>
                <OpportunitiesPart person={person.id} name={nameOfPerson(person)} />
              </Suspense>
              <DealingsParts person={person.id} emailId={firstEmailOf(person)} />
            </Stack>,
          ],
          me?.reads.includes('com.activities')
            ? ['documents', <DocumentsPart key="documents" party={{ person: person.id }} />]
            : null,
          me?.reads.includes('sys.consent') ? ['choices', <ChoicesPart key="choices" person={person.id} />] : null,
          [
            'rights',
            <Stack key="rights" gap="lg">
              <PaperPart person={person.id} name={nameOfPerson(person)} />
              {isPrivacy && <DisclosurePart person={person.id} />}
            </Stack>,
          ],
        ]}
      />
    </>
  )
}

function Overview({ person }: { person: Person }) {
  const { register } = useTexts()
  const me = useQuery(meQuery).data
  const reads = (field: string) => me?.reads.includes(field) ?? false
  return (
    <div className="columns-2">
      <Stack gap="lg">
        <Sheet title={register.values}>
          <ValueList subject="person" record={person} />
        </Sheet>
        {(person.kind === 'representative' || (person.affiliations?.length ?? 0) > 0) && (
          <CompaniesOfPerson person={person} />
        )}
      </Stack>
      <Stack gap="lg">
        {reads('com.activities') && (
          <Suspense>
            <NextSteps party={{ person: person.id }} />
          </Suspense>
        )}
        <Notices person={person} />
        <RelationshipsOfPerson person={person} />
        <EnquiriesAbout person={person.id} />
        {reads('com.enquiries') && (
          <Suspense>
            <MessagesPart person={person.id} name={nameOfPerson(person)} hasEmail={firstEmailOf(person) !== null} />
          </Suspense>
        )}
      </Stack>
    </div>
  )
}

function firstEmailOf({ values }: Person): string | null {
  const [first] = ((values['person.email'] ?? []) as Email[]).filter(({ proven }) => proven !== false)
  return first?.id ?? null
}
