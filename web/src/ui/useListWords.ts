import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { SearchWords } from '../search-words.ts'

/** A list's state lives in the address; the chosen columns also in this browser. */
export function useListWords(name: string, shownAtFirst: string[]) {
  const navigate = useNavigate()
  const words = useSearch({ strict: false }) as SearchWords
  const [kept, keep] = useState(() => localStorage.getItem(`seloste.columns.${name}`))
  const change = (changed: SearchWords) =>
    navigate({ to: '.', search: (before: SearchWords) => ({ ...before, ...changed }), replace: true })
  const chosen = words.columns ?? kept

  return {
    words,
    change,
    visible: chosen ? chosen.split(',') : shownAtFirst,
    choose: (columns: string[]) => {
      localStorage.setItem(`seloste.columns.${name}`, columns.join(','))
      keep(columns.join(','))
      return change({ columns: columns.join(',') })
    },
  }
}
