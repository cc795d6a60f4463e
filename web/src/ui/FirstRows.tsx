import { type ReactNode, useState } from 'react'
import { MoreRows } from './MoreRows.tsx'

const page = 100

/** Rows that are here already, a page of them drawn at a time: thousands at once would hold the browser up. */
export function FirstRows<R>({ of, children }: { of: readonly R[]; children: (row: R) => ReactNode }) {
  const [shown, setShown] = useState(page)
  return (
    <>
      <div className="plain-rows">{of.slice(0, shown).map(children)}</div>
      <MoreRows hasMore={of.length > shown} isFetching={false} more={() => setShown((rows) => rows + page)} />
    </>
  )
}
