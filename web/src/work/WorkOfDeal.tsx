import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../access/queries.ts'
import { DocumentsPart } from './DocumentsPart.tsx'
import { NextSteps } from './NextSteps.tsx'
import { Timeline } from './Timeline.tsx'

/** What hangs on one deal, beneath it: what is to be done, its files, and its notes and talks. */
export function WorkOfDeal({
  kind,
  deal: { id, company, person },
}: {
  kind: string
  deal: { id: string; company: string | null; person: string | null }
}) {
  const reads = useQuery(meQuery).data?.reads
  if (!reads?.includes('com.activities')) return null
  const party = { ...(company ? { company } : { person: person ?? '' }), subject: { kind, id } }
  return (
    <div className="columns-2 work-of-deal">
      <Stack gap="lg">
        <NextSteps party={party} />
        <DocumentsPart party={party} />
      </Stack>
      <Timeline party={party} />
    </div>
  )
}
