import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { Problem } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { saidProblem } from './said-problem.ts'
import { tell, tellProblem } from './toast.ts'

interface Deed<Said, Answer> {
  run: (said: Said) => Promise<Answer>
  /** What becomes stale when the deed is done. Everything, when not said. */
  refreshes?: QueryKey[]
  /** What is told when it is done. */
  done?: string | ((said: Said) => string)
  then?: (answer: Answer) => void
  /** What it put into the bin, by kind and id (`note/0192…`): telling that it is done also offers to take it back. */
  binned?: string | ((said: Said) => string)
  /** True when the screen shows the failure itself. */
  quiet?: (fault: unknown) => boolean
  /** Deeds of one scope are done one after the other. */
  scope?: string
}

/** Of two deeds of one form the one that was begun last: why the other was refused is no longer said. */
export function latest<A extends { submittedAt: number }, B extends { submittedAt: number }>(one: A, other: B): A | B {
  return other.submittedAt > one.submittedAt ? other : one
}

/** Something done on the server, told when done, explained when refused. */
export function useDeed<Said = void, Answer = unknown>({
  run,
  refreshes,
  done,
  then,
  binned,
  quiet,
  scope,
}: Deed<Said, Answer>) {
  const queries = useQueryClient()
  const texts = useTexts()
  return useMutation<Answer, Error, Said>({
    mutationFn: run,
    ...(scope ? { scope: { id: scope } } : {}),
    onSuccess: async (answer, said) => {
      const message = typeof done === 'function' ? done(said) : done
      const item = typeof binned === 'function' ? binned(said) : binned
      if (message && item)
        void import('../bin/tell-binned.ts').then((bin) => bin.tellBinned(item, { message, queries, texts }))
      else if (message) tell(message)
      await Promise.all((refreshes ?? [[]]).map((queryKey) => queries.invalidateQueries({ queryKey })))
      then?.(answer)
    },
    onError: (fault) => {
      // Signed out, or the register became read-only: the whole desk says so.
      if (fault instanceof Problem && [401, 503].includes(fault.status)) queries.invalidateQueries({ queryKey: ['me'] })
      // What somebody else changed is read anew, for the form to show.
      if (fault instanceof Problem && fault.code.endsWith('_MEANWHILE'))
        for (const queryKey of refreshes ?? [[]]) queries.invalidateQueries({ queryKey })
      if (!quiet?.(fault)) tellProblem(saidProblem(fault, texts))
    },
  })
}
