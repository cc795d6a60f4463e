import { useState } from 'react'

/**
 * What is typed in a form of a record, and the revision it was filled from. While nothing is typed, it follows the record; once something
 * is, another's edit changes nothing of it and is not written over: the server refuses the older revision. `saved` tells the revision that the
 * server gave to what is typed: it may keep it in other words, such as lines with their parts in another order.
 */
export function useTyped<R extends { revision: number }, T>(record: R, typedOf: (record: R) => T) {
  const [at, setAt] = useState(() => ({ revision: record.revision, read: typedOf(record) }))
  const [typed, setTyped] = useState(at.read)
  const isChanged = !same(typed, at.read)
  if (record.revision > at.revision) {
    const read = typedOf(record)
    if (!isChanged || same(read, at.read) || same(read, typed)) {
      setAt({ revision: record.revision, read })
      if (!isChanged) setTyped(read)
    }
  }
  const saved = (as: number) => setAt({ revision: as, read: typed })
  return { typed, setTyped, isChanged, revision: at.revision, saved }
}

function same(one: unknown, other: unknown) {
  return JSON.stringify(one) === JSON.stringify(other)
}
