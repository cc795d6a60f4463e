import { api } from '../api.ts'
import { useDeed } from '../ui/useDeed.ts'
import { useStatementTexts } from './texts.ts'

/** Takes a draft that was thrown away back as it was. */
export function useRestoreDraft() {
  const said = useStatementTexts()
  return useDeed<string>({
    run: (id) => api.post(`/statement/draft-bin/${id}/restoration`, {}),
    done: said.draftRestored,
    refreshes: [
      ['statement', 'drafts'],
      ['statement', 'draft-bin'],
    ],
  })
}
