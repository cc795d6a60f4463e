import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../texts/index.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { SideDialog } from '../../ui/Dialog.tsx'
import { OpportunityForm } from './OpportunityForm.tsx'
import { opportunityQuery } from './queries.ts'
import { usePipelineTexts } from './texts.ts'

/** One opportunity beside the board: what is said of it, where it stands, and what comes of it. */
export function OpportunityPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const said = usePipelineTexts()
  const { ui } = useTexts()
  const opportunity = useQuery(opportunityQuery(id))
  return (
    <SideDialog
      opened
      onClose={onClose}
      position="right"
      size="min(480px, 100%)"
      title={opportunity.data?.title ?? said.title}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Asked query={opportunity}>{(one) => <OpportunityForm key={one.id} opportunity={one} onClose={onClose} />}</Asked>
    </SideDialog>
  )
}
