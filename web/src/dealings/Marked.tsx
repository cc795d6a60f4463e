import { useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import './marked.css'

/** A row that its address names (`?mark=<id>`): it is brought into sight, marked, and has the keyboard's place. */
export function Marked({ id, children }: { id: string; children: ReactNode }) {
  const { mark } = useSearch({ strict: false }) as { mark?: string }
  const isMarked = mark === id
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const own = row.current
    if (!isMarked || !own) return
    const show = () => own.scrollIntoView({ block: 'center' })
    own.focus({ preventScroll: true })
    show()
    // What loads above it moves it; once somebody scrolls or types, the page is theirs.
    const grown = new ResizeObserver(show)
    grown.observe(document.body)
    const stop = () => grown.disconnect()
    const theirs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const
    for (const event of theirs) window.addEventListener(event, stop, { once: true, passive: true })
    const later = window.setTimeout(stop, 4000)
    return () => {
      stop()
      window.clearTimeout(later)
      for (const event of theirs) window.removeEventListener(event, stop)
    }
  }, [isMarked])
  return (
    <div ref={row} {...(isMarked ? { className: 'marked-row', tabIndex: -1, 'aria-current': 'true' as const } : {})}>
      {children}
    </div>
  )
}
