import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { SearchWords } from '../search-words.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import type { Person } from './contract.ts'
import { nameOfCompany, nameOfPerson } from './names.ts'
import { companyQuery, personQuery } from './queries.ts'
import { RecordForm } from './RecordForm.tsx'

/** A person, or a contact of the company that the address names. */
export function NewPersonScreen() {
  const { register, shell } = useTexts()
  const navigate = useNavigate()
  const { company: companyId } = useSearch({ strict: false }) as SearchWords
  const company = useQuery({ ...companyQuery(companyId ?? ''), enabled: Boolean(companyId) })
  const back = companyId ? to.company(companyId) : to.people()
  return (
    <>
      <PageHead
        title={companyId ? register.addPersonHere : register.newPerson}
        crumbs={
          companyId
            ? [{ to: back, label: (company.data && nameOfCompany(company.data)) || register.company }]
            : [{ to: back, label: shell.places.people }]
        }
      />
      {company.error && <Alert color="red">{company.error.message}</Alert>}
      <RecordForm
        subject="person"
        path={companyId ? `/companies/${companyId}/people` : '/people'}
        {...(companyId ? {} : { extras: { kind: 'representative' } })}
        onSaved={({ id }) => navigate({ to: companyId ? back : to.person(id), replace: true, ignoreBlocker: true })}
        onCancel={() => navigate({ to: back })}
      />
    </>
  )
}

export function EditPersonScreen() {
  const { person: id = '' } = useParams({ strict: false })
  const person = useQuery({ ...personQuery(id), refetchOnWindowFocus: false })
  return <Asked query={person}>{(record) => <EditPerson record={record} />}</Asked>
}

function EditPerson({ record }: { record: Person }) {
  const { register, shell } = useTexts()
  const navigate = useNavigate()
  const leave = (ignoreBlocker: boolean) => navigate({ to: to.person(record.id), ignoreBlocker })
  return (
    <>
      <PageHead
        title={register.editPerson}
        crumbs={[
          { to: to.people(), label: shell.places.people },
          { to: to.person(record.id), label: nameOfPerson(record) || register.person },
        ]}
      />
      <RecordForm
        subject="person"
        path="/people"
        record={record}
        onSaved={() => leave(true)}
        onCancel={() => leave(false)}
      />
    </>
  )
}
