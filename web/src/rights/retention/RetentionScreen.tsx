import { SegmentedControl, Stack } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '../../api.ts'
import type { SearchWords } from '../../search-words.ts'
import { Asked } from '../../ui/Asked.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ClassesPart } from './ClassesPart.tsx'
import type { Retention } from './contract.ts'
import { EndingPart } from './EndingPart.tsx'
import { PeopleDuePart } from './PeopleDuePart.tsx'
import { PeopleKeptPart } from './PeopleKeptPart.tsx'
import { RunsPart } from './RunsPart.tsx'
import { useRetentionTexts } from './texts.ts'

const spans = ['30', '90', '365'] as const

const retentionQuery = (days: string) =>
  queryOptions({
    queryKey: ['retention', days],
    queryFn: ({ signal }) => api.get<Retention>(`/retention?days=${days}`, signal),
  })

/** S11.1: what goes without anyone asking, seen before it goes, and the reports of the nights that were. */
export function RetentionScreen() {
  const said = useRetentionTexts()
  const navigate = useNavigate()
  const { due } = useSearch({ strict: false }) as SearchWords
  const span = spans.find((one) => one === String(due)) ?? '30'
  const retention = useQuery(retentionQuery(span))
  return (
    <>
      <PageHead
        title={said.title}
        under={said.under}
        actions={
          <SegmentedControl
            aria-label={said.span}
            size="xs"
            value={span}
            data={spans.map((value) => ({ value, label: said.spans[Number(value) as 30] }))}
            onChange={(next) => navigate({ to: '.', search: { due: next } as never, replace: true })}
          />
        }
      />
      <Asked query={retention}>
        {({ today, classes, people, kept, ending, runs }) => (
          <Stack gap="lg">
            <PeopleDuePart people={people} classes={classes} today={today} />
            <PeopleKeptPart people={kept} classes={classes} />
            <ClassesPart classes={classes} />
            <div className="columns-2">
              <EndingPart ending={ending} />
              <RunsPart runs={runs} classes={classes} />
            </div>
          </Stack>
        )}
      </Asked>
    </>
  )
}
