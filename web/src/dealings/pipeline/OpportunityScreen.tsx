import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { OpportunityForm } from './OpportunityForm.tsx'
import { opportunityQuery } from './queries.ts'
import { usePipelineTexts } from './texts.ts'
import './pipeline.css'

/** One opportunity at an address of its own, for what points to it. */
export function OpportunityScreen() {
  const said = usePipelineTexts()
  const navigate = useNavigate()
  const { opportunity: id = '' } = useParams({ strict: false }) as { opportunity?: string }
  const opportunity = useQuery(opportunityQuery(id))
  return (
    <Asked query={opportunity}>
      {(one) => (
        <>
          <PageHead title={one.title} crumbs={[{ to: to.pipeline(), label: said.title }]} />
          <Sheet maw={640}>
            <OpportunityForm
              key={`${one.id} ${one.revision}`}
              opportunity={one}
              onClose={() => navigate({ to: to.pipeline() })}
            />
          </Sheet>
        </>
      )}
    </Asked>
  )
}
