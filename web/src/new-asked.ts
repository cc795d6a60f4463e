import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { SearchWords } from './search-words.ts'

/** Opens a screen's own form where its address asks for a new one (`?new=1`), once: the address is then without it. */
export function useNewAsked(open: () => void, may = true) {
  const navigate = useNavigate()
  const isAsked = (useSearch({ strict: false }) as SearchWords).new === '1' && may
  useEffect(() => {
    if (!isAsked) return
    open()
    navigate({ to: '.', search: ({ new: _, ...rest }: SearchWords) => rest as never, replace: true })
  }, [isAsked, open, navigate])
}
