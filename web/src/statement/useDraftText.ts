import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, Problem } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Draft } from './contract.ts'

/** The text being typed over the draft that is kept. A mend made by the server replaces it. */
export function useDraftText(draft: Draft) {
  const { statement: said } = useTexts()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<string | null>(null)
  const [isStale, setStale] = useState(false)
  const saving = useDeed({
    run: (source: string) => api.put<Draft>(`/statement/drafts/${draft.id}`, { source }, draft.revision),
    done: said.draftSaved,
    quiet: (fault) => {
      const isLate = fault instanceof Problem && fault.code === 'EDITED_MEANWHILE'
      if (isLate) reread()
      return isLate
    },
    refreshes: [
      ['statement', 'drafts', draft.id, 'findings'],
      ['statement', 'drafts', draft.id, 'plan'],
    ],
    then: (kept) => {
      queries.setQueryData(['statement', 'drafts', draft.id], kept)
      drop()
    },
  })
  // What somebody else saved becomes the draft that is kept; what was typed stays over it.
  const reread = async () => {
    await queries.invalidateQueries({ queryKey: ['statement', 'drafts', draft.id] })
    setStale(true)
  }
  const drop = () => {
    setTyped(null)
    setStale(false)
  }
  const isChanged = typed !== null
  return {
    source: typed ?? draft.source,
    isChanged,
    isStale,
    drop,
    isSaving: saving.isPending,
    type: (text: string) => setTyped(text === draft.source ? null : text),
    save: () => {
      if (isChanged) saving.mutate(typed)
    },
  }
}
