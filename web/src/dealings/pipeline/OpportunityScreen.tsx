import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSpeech } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { WorkOfDeal } from '../../work/card-parts.ts'
import { ChainLine } from '../chain/ChainLine.tsx'
import { PartyLink } from '../chain/PartyLink.tsx'
import { nameIn } from '../products/units.ts'
import type { Opportunity } from './contract.ts'
import { OpportunityForm } from './OpportunityForm.tsx'
import { opportunityQuery } from './queries.ts'
import { usePipelineTexts } from './texts.ts'
import './pipeline.css'

const NoteRequest = lazy(async () => ({
  default: (await import('../quote-requests/NoteRequest.tsx')).NoteRequest,
}))

/** One opportunity: how far it has come, what is said of it, what is next, and what was said of it. */
export function OpportunityScreen() {
  const { opportunity: id = '' } = useParams({ strict: false }) as { opportunity?: string }
  const opportunity = useQuery(opportunityQuery(id))
  return <Asked query={opportunity}>{(one) => <OpportunityCard opportunity={one} />}</Asked>
}

function OpportunityCard({ opportunity }: { opportunity: Opportunity }) {
  const said = usePipelineTexts()
  const { language } = useSpeech()
  const navigate = useNavigate()
  const { id, company, person, state, stages, chain } = opportunity
  const stage = stages.find((one) => one.id === opportunity.stage)
  return (
    <>
      <PageHead
        title={opportunity.title}
        crumbs={[{ to: to.pipeline(), label: said.title }]}
        under={
          <Group gap={8}>
            <PartyLink
              company={company}
              companyName={opportunity.party}
              person={person}
              personName={opportunity.party}
            />
            {stage && (
              <StateBadge
                said={nameIn(stage.names, language)}
                tone={state === 'won' ? 'good' : state === 'lost' ? 'bad' : 'wait'}
              />
            )}
          </Group>
        }
        actions={
          state === 'open' && (
            <Suspense>
              <NoteRequest opportunity={id} company={company} contact={opportunity.contact} title={opportunity.title} />
            </Suspense>
          )
        }
      />
      <ChainLine steps={chain} here={id} />
      <Sheet>
        <OpportunityForm
          key={id}
          opportunity={opportunity}
          isPage
          onClose={() => navigate({ to: to.pipeline(), ignoreBlocker: true })}
        />
      </Sheet>
      <Suspense>
        <WorkOfDeal kind="opportunity" deal={opportunity} />
      </Suspense>
    </>
  )
}
