import { useNavigate } from '@tanstack/react-router'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Beginning, Draft } from './contract.ts'

export function useNewDraft(quiet?: (fault: unknown) => boolean) {
  const { statement: said } = useTexts()
  const navigate = useNavigate()
  return useDeed({
    run: (beginning: Beginning) => api.post<Draft>('/statement/drafts', beginning),
    done: said.draftMade,
    refreshes: [['statement', 'drafts']],
    then: ({ id }) => navigate({ to: to.draft(id) }),
    ...(quiet ? { quiet } : {}),
  })
}
