import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { meQuery } from '../access/queries.ts'
import type { Found } from './contract.ts'
import { useNewCompanyTexts } from './new-company.texts.ts'
import { RecordFinder } from './RecordFinder.tsx'

const NewCompanyHere = lazy(() => import('./NewCompanyHere.tsx').then((file) => ({ default: file.NewCompanyHere })))

/** Choosing a company by a part of its name; one that the register does not have is taken in on the spot. */
export function CompanyFinder({
  label,
  groupCompany,
  representative,
  onChoose,
}: {
  label: string
  groupCompany?: string | undefined
  /** Who acts for a company that is taken in here. */
  representative?: string | undefined
  onChoose: (company: Found) => void
}) {
  const said = useNewCompanyTexts()
  const mayAdd = useQuery(meQuery).data?.writes.includes('org.name') ?? false
  const [fresh, setFresh] = useState<string | null>(null)
  if (fresh !== null)
    return (
      <Suspense>
        <NewCompanyHere
          name={fresh}
          groupCompany={groupCompany}
          representative={representative}
          onAdded={onChoose}
          onBack={() => setFresh(null)}
        />
      </Suspense>
    )
  return (
    <RecordFinder
      label={label}
      placeholder={label}
      kinds={['company']}
      onChoose={onChoose}
      {...(mayAdd ? { another: { label: said.option, onChoose: setFresh } } : {})}
    />
  )
}
