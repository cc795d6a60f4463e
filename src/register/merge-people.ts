import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Holding } from './holding.ts'

/** Makes one record of two that are the same person, in every holding. Of two choices the strictest stays (S12.16). */
export async function mergePeople<T>(
  act: Act<T>,
  holdings: readonly Holding<T>[],
  { from, into }: { from: string; into: string },
) {
  if (from === into) throw new Refusal('SAME_PERSON', 422, { field: 'from' })
  for (const holding of holdings) await holding.merge(act, from, into)
  await act.record({ what: 'person.merged', about: into, detail: { from } })
}
