import type { QueryClient } from '@tanstack/react-query'
import { api, caller } from '../api.ts'
import type { Texts } from '../texts/index.tsx'
import { saidProblem } from '../ui/said-problem.ts'
import { tell, tellProblem } from '../ui/toast.ts'
import { tellUndoable } from '../ui/undo.tsx'
import { binTexts } from './texts.ts'

/** Says that something went into the bin, and takes it back from there when asked: `item` is its kind and id, `note/0192…`. */
export function tellBinned(item: string, { message, queries, texts }: Telling) {
  const said = binTexts[caller.language]
  tellUndoable(message, said.undo, async () => {
    try {
      await api.post(`/bin/${item}/restoration`)
      tell(said.restored)
    } catch (fault) {
      tellProblem(saidProblem(fault, texts))
    }
    await queries.invalidateQueries()
  })
}

interface Telling {
  message: string
  queries: QueryClient
  texts: Texts
}
