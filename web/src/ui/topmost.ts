import { useLayoutEffect, useRef } from 'react'

const opened: object[] = []

/** Closes a window when it is the topmost one: every window that is open hears the Escape, which is meant for the one above. */
export function useTopmost(isOpened: boolean, close: () => void) {
  const { current: own } = useRef({})
  useLayoutEffect(() => {
    if (!isOpened) return
    opened.push(own)
    // Afterwards: the key that closes this window is still on its way to those beneath.
    return () => void setTimeout(() => opened.splice(opened.lastIndexOf(own), 1))
  }, [isOpened, own])
  return () => {
    if (opened.at(-1) === own) close()
  }
}
