import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Draft } from './contract.ts'

/** The text being typed over the draft that is kept. A mend made by the server replaces it. */
export function useDraftText(draft: Draft) {
  const { statement: said } = useTexts()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<string | null>(null)
  const saving = useDeed({
    run: (source: string) => api.put<Draft>(`/statement/drafts/${draft.id}`, { source }, draft.revision),
    done: said.draftSaved,
    refreshes: [
      ['statement', 'drafts', draft.id, 'findings'],
      ['statement', 'drafts', draft.id, 'plan'],
    ],
    then: (kept) => {
      queries.setQueryData(['statement', 'drafts', draft.id], kept)
      setTyped(null)
    },
  })
  const isChanged = typed !== null
  return {
    source: typed ?? draft.source,
    isChanged,
    isSaving: saving.isPending,
    type: (text: string) => setTyped(text === draft.source ? null : text),
    save: () => {
      if (isChanged) saving.mutate(typed)
    },
  }
}
