import type { CSSProperties, ReactNode, Ref } from 'react'

/** A part of the page that scrolls by itself: it has a name, and the keyboard reaches it. */
export function Scrolling({
  label,
  children,
  style,
  ref,
}: {
  label: string
  children: ReactNode
  style?: CSSProperties
  ref?: Ref<HTMLElement>
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1: without it the arrow keys cannot scroll what overflows.
    <section className="table-frame" aria-label={label} tabIndex={0} style={style} ref={ref}>
      {children}
    </section>
  )
}
