import { Refusal } from '#platform/refusal'
import type { Filter, Operator } from '../list-wish.ts'
import { columnOf, type SeenList } from '../seen-list.ts'

const typed: readonly Operator[] = ['is', 'is-not', 'contains', 'contains-not', 'starts']

/** Art. 5(1)(c) GDPR: a view is kept for as long as somebody uses it, and so no name or contact of a person is kept in it. */
export function refuseNames(seen: SeenList, filter: Filter | undefined) {
  if (!filter) return
  if (!('column' in filter)) {
    for (const part of 'any' in filter ? filter.any : filter.all) refuseNames(seen, part)
    return
  }
  const { type, fields } = columnOf(seen, filter.column)
  const saysName = type === 'person' && !filter.is.startsWith('is')
  const saysWords = type === 'text' && fields.some((field) => field.startsWith('person.') && field !== 'person.jobRole')
  if ((saysName || saysWords) && typed.includes(filter.is))
    throw new Refusal('VIEW_KEEPS_NO_NAMES', 422, { field: filter.column })
}
