import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import type { Company } from './contract.ts'
import { nameOfCompany } from './names.ts'
import { companyQuery } from './queries.ts'
import { RecordForm } from './RecordForm.tsx'

export function NewCompanyScreen() {
  const { register, shell } = useTexts()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={register.newCompany} crumbs={[{ to: to.companies(), label: shell.places.companies }]} />
      <RecordForm
        subject="organisation"
        path="/companies"
        extras={{ form: 'company' }}
        onSaved={({ id }) => navigate({ to: to.company(id), replace: true, ignoreBlocker: true })}
        onCancel={() => navigate({ to: to.companies() })}
      />
    </>
  )
}

export function EditCompanyScreen() {
  const { company: id = '' } = useParams({ strict: false })
  const company = useQuery({ ...companyQuery(id), refetchOnWindowFocus: false })
  return <Asked query={company}>{(record) => <EditCompany record={record} />}</Asked>
}

function EditCompany({ record }: { record: Company }) {
  const { register, shell } = useTexts()
  const navigate = useNavigate()
  const leave = (ignoreBlocker: boolean) => navigate({ to: to.company(record.id), ignoreBlocker })
  const name = nameOfCompany(record) || register.company
  return (
    <>
      <PageHead
        title={register.editCompany}
        crumbs={[
          { to: to.companies(), label: shell.places.companies },
          { to: to.company(record.id), label: name },
        ]}
      />
      <RecordForm
        subject="organisation"
        path="/companies"
        record={record}
        onSaved={() => leave(true)}
        onCancel={() => leave(false)}
      />
    </>
  )
}
