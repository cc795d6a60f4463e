import { useNavigate } from '@tanstack/react-router'
import { api } from '../api.ts'
import { to } from '../to.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Beginning, Draft } from './contract.ts'
import { useStatementTexts } from './texts.ts'

export function useNewDraft(quiet?: (fault: unknown) => boolean) {
  const said = useStatementTexts()
  const navigate = useNavigate()
  return useDeed({
    run: (beginning: Beginning) => api.post<Draft>('/statement/drafts', beginning),
    done: said.draftMade,
    refreshes: [['statement', 'drafts']],
    then: ({ id }) => navigate({ to: to.draft(id) }),
    ...(quiet ? { quiet } : {}),
  })
}
