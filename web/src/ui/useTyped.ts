import { useState } from 'react'

/** What the desk read of a record last, or knows that the server now holds. */
interface Known<T> {
  revision: number
  read: T
  /** As it was typed and kept: the server may hold it in other words, which are taken when it is read anew. */
  isOwn?: boolean
}

/**
 * What is typed in a form of a record, and the revision it was filled from. While nothing is typed, it follows the record; once something
 * is, another's edit changes nothing of it and is not written over: the server refuses the older revision, and the form `isBehind` until
 * `takeNew`, after which `takeBack` puts the parts that were typed upon the new ones. Every form tells with `saved` the revision that its save was answered with.
 */
export function useTyped<R extends { revision: number }, T extends object>(record: R, typedOf: (record: R) => T) {
  const [at, setAt] = useState<Known<T>>(() => ({ revision: record.revision, read: typedOf(record) }))
  const [typed, setTyped] = useState(at.read)
  const [own, setOwn] = useState<Partial<T> | null>(null)
  const isChanged = !same(typed, at.read)
  const isNewer = record.revision > at.revision
  const take = (read: T) => {
    setAt({ revision: record.revision, read })
    if (!isChanged) setTyped(read)
  }
  let isBehind = false
  if (isNewer || (at.isOwn && record.revision === at.revision)) {
    const read = typedOf(record)
    if (!isNewer || !isChanged || same(read, at.read) || same(read, typed)) take(read)
    else isBehind = true
  }
  const takeNew = () => {
    const read = typedOf(record)
    setOwn(changedOf(typed, at.read))
    setTyped(read)
    setAt({ revision: record.revision, read })
  }
  const takeBack = () => {
    setTyped({ ...typed, ...own })
    setOwn(null)
  }
  const saved = (as: number) => {
    setAt({ revision: as, read: typed, isOwn: true })
    setOwn(null)
  }
  const news = { isBehind, takeNew, takeBack: own && !isChanged ? takeBack : null }
  return { typed, setTyped, isChanged, revision: at.revision, read: at.read, saved, news }
}

export type News = Pick<ReturnType<typeof useTyped>['news'], 'isBehind' | 'takeNew' | 'takeBack'>

function changedOf<T extends object>(typed: T, read: T) {
  const parts = Object.entries(typed).filter(([part, value]) => !same(value, read[part as keyof T]))
  return Object.fromEntries(parts) as Partial<T>
}

function same(one: unknown, other: unknown) {
  return JSON.stringify(one) === JSON.stringify(other)
}
