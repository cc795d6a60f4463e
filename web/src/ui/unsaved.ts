import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext, useLayoutEffect, useRef } from 'react'

type Keep = (() => Promise<boolean>) | undefined

/** What is typed and not saved, and how it keeps itself, where it does. */
export type Unsaved = Map<object, Keep>

const onDesk: Unsaved = new Map()

/** What is unsaved in the window that a form stands in, and in those beneath it. */
export const WithinDialogs = createContext<Unsaved[]>([])

/**
 * Says that something typed here would be lost: whoever leaves the page, or closes the window that it stands in, is asked. What keeps itself
 * (`keep`) is kept first, and asked of only when that fails. Returns what says so no more before the form is drawn anew.
 */
export function useUnsaved(isUnsaved: boolean, keep?: () => Promise<boolean>) {
  const { current: form } = useRef({})
  const dialogs = useContext(WithinDialogs)
  const forget = () => {
    for (const all of [onDesk, ...dialogs]) all.delete(form)
  }
  // Who leaves is asked outside of React.
  useLayoutEffect(() => {
    if (isUnsaved) for (const all of [onDesk, ...dialogs]) all.set(form, keep)
    return () => {
      for (const all of [onDesk, ...dialogs]) all.delete(form)
    }
  }, [isUnsaved, keep, form, dialogs])
  return forget
}

export function isAnyUnsaved() {
  return onDesk.size > 0
}

/** Whether leaving would lose something, when what is being saved has been answered. */
export async function wouldLose(queries: QueryClient, unsaved: Unsaved = onDesk) {
  if (unsaved.size === 0) return false
  await answered(queries)
  for (const [form, keep] of [...unsaved]) if (unsaved.has(form) && !(await keep?.())) return true
  return false
}

/** Ends when nothing is being saved any more; after some seconds, whoever waits is asked instead. */
function answered(queries: QueryClient) {
  const isSaving = () => queries.isMutating({ predicate: ({ state }) => !state.isPaused }) > 0
  return new Promise<void>((resolve) => {
    // Afterwards: the forms are drawn with what was answered, and the key that closes one window does not close the question too.
    const end = () => {
      clearTimeout(timer)
      stop()
      setTimeout(resolve)
    }
    const timer = setTimeout(end, 4000)
    const stop = queries.getMutationCache().subscribe(() => !isSaving() && end())
    if (!isSaving()) end()
  })
}
