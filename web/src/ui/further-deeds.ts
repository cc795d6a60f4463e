import { createContext, useContext, useLayoutEffect } from 'react'

interface Further {
  /** Where the lines are drawn while the menu is open. */
  place: HTMLElement | null
  join: () => () => void
  /** Puts the focus on the dots: a window opened from a line gives it back there, for the line is gone by then. */
  focus: () => void
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
