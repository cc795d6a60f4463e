import { useState } from 'react'
import * as form from './typed.ts'
import { useUnsaved } from './unsaved.ts'

/**
 * What is typed in a form of a record, and the revision it was filled from. What is not typed follows the record; once something is typed,
 * another's edit changes nothing of it and is not written over: the server refuses the older revision, and the form `isBehind` until
 * `takeNew`, after which `takeBack` puts the parts that were typed upon the new ones. Every form tells with `saved` the revision that its
 * save was answered with. Whoever leaves before saving is asked (`unsaved.ts`).
 */
export function useTyped<R extends { revision: number }, T extends object>(record: R, typedOf: (record: R) => T) {
  const held = { revision: record.revision, read: typedOf(record) }
  const [state, setState] = useState(() => form.beginForm<T>(held))
  const now = form.followed(state, held)
  if (now !== state) setState(now)
  const { typed, known } = now
  const isChanged = Object.keys(form.unsavedOf(now)).length > 0
  useUnsaved(isChanged)
  const news = {
    isBehind: form.isBehind(now, held),
    takeNew: () => setState((one) => form.shownNew(one, held)),
    takeBack: now.before && !isChanged ? () => setState(form.broughtBack) : null,
  }
  return {
    ...{ typed, isChanged, revision: known.revision, read: known.read, news },
    type: (part: Partial<T>) => setState((one) => form.typeInto(one, part)),
    saved: (revision: number) => setState((one) => form.keptAs(one, typed, revision)),
  }
}

export type News = Pick<ReturnType<typeof useTyped>['news'], 'isBehind' | 'takeNew' | 'takeBack'>
