import { createContext, useContext, useLayoutEffect } from 'react'

interface Further {
  /** Where the lines are drawn while the menu is open. */
  place: HTMLElement | null
  join: () => () => void
}

export const FurtherDeeds = createContext<Further | null>(null)

/** The menu that a button is a line of; null where it is a button. */
export function useFurtherDeeds() {
  const further = useContext(FurtherDeeds)
  const join = further?.join
  // The menu is there when it has lines.
  useLayoutEffect(() => join?.(), [join])
  return further
}
