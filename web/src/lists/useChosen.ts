import { useState } from 'react'

export interface Choosing {
  ids: ReadonlySet<string>
  /** Everything that fits, also what is not in sight. */
  all: boolean
  choose: (id: string, on: boolean) => void
  chooseShown: (ids: readonly string[]) => void
  chooseAll: () => void
  clear: () => void
}

/** Which rows are chosen. */
export function useChosen(): Choosing {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const set = (next: Iterable<string>) => {
    setAll(false)
    setIds(new Set(next))
  }
  return {
    ids,
    all,
    choose: (id, on) => set(on ? [...ids, id] : [...ids].filter((one) => one !== id)),
    chooseShown: set,
    chooseAll: () => setAll(true),
    clear: () => set([]),
  }
}
