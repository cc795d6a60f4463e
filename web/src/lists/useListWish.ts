import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { SearchWords } from '../search-words.ts'
import { mended, missingIn, wishOf, wordsOf } from './address.ts'
import type { Filter, List, SavedView, Wish } from './contract.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What is typed into a list's search and filters: kept by the tab, not by the address. */
    list?: { q?: string; filter?: Filter }
  }
}

export type ListState = ReturnType<typeof useListWish>

/** What the reader asks of a list: in the address, and typed words in the tab's memory. A saved view fills in what is not said. */
export function useListWish(list: List, views: readonly SavedView[]) {
  const navigate = useNavigate()
  const words = useSearch({ strict: false }) as SearchWords
  const kept = useRouterState({ select: ({ location }) => location.state.list })

  return useMemo(() => {
    const own = wishOf(words)
    const view = words.view
      ? views.find(({ id }) => id === words.view)
      : views.find(({ places }) => places.includes('first'))
    const q = kept?.q ?? words.q
    const said: Wish = {
      ...(words.bare ? {} : view?.wish),
      ...own,
      ...(kept?.filter ? { filter: kept.filter } : {}),
      ...(q ? { q } : {}),
    }
    const change = (changed: Wish) => {
      const next = { ...said, ...changed }
      const filter = next.filter && !wordsOf(next, list).filter ? next.filter : undefined
      return navigate({
        to: '.',
        search: (before: SearchWords) => ({
          ...before,
          q: undefined,
          bare: '1',
          view: view?.id ?? before.view,
          ...wordsOf(next, list),
        }),
        state: (before) => ({
          ...before,
          list: { ...(next.q ? { q: next.q } : {}), ...(filter ? { filter } : {}) },
        }),
        replace: true,
      })
    }
    /** Another saved view, or none: what was changed is let go. */
    const choose = (id: string | null) =>
      navigate({
        to: '.',
        search: (before: SearchWords) => ({
          ...Object.fromEntries(Object.keys(before).map((name) => [name, undefined])),
          view: id ?? 'all',
        }),
        state: (before) => ({ ...before, list: {} }),
      })
    return {
      /** What the view keeps when it is saved as it stands: columns that are no more are left out. */
      wish: mended(said, list),
      missing: missingIn(said, list),
      /** Something was changed after the view was opened. */
      isChanged: words.bare === '1',
      view: view ?? null,
      change,
      choose,
    }
  }, [words, kept, views, list, navigate])
}
