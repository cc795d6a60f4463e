import type { Act, Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Holding } from './holding.ts'
import { type InForce, verdictOn } from './in-force.ts'

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

/** Whoever may correct the name of both, and sees both, may say that they are one. */
export function refuseUnlessMayMerge(inForce: InForce, occasion: Occasion, { restricted }: { restricted?: boolean }) {
  const field = 'person.name'
  const verdict = verdictOn(inForce, occasion, field, 'write')
  if (!verdict.allowed)
    throw new Refusal(verdict.code, 403, {
      clause: verdict.clause,
      field,
      duty: occasion.duty,
      purpose: occasion.purpose,
    })
  if (restricted) throw new Refusal('PERSON_RESTRICTED', 409, { clause: 'S12.19' })
}
