import type { Policy } from '#statement'
import { dutiesInForce } from './duty.ts'

/** Work of one kind in one group company that somebody holds: how much of it, and the field that whoever has it must write. */
export interface OpenWork {
  kind: string
  field: string
  groupCompany: string
  many: number
}

interface Receiver {
  state: 'invited' | 'open' | 'closed'
  groupCompany: string | null
  duties: readonly { duty: string }[]
}

/** S10.3: what of it somebody can take over, by kind: whose duty writes its field, and sees that group company. */
export function takenOf(
  work: readonly OpenWork[],
  { state, groupCompany, duties }: Receiver,
  policy: Policy | null,
): Map<string, OpenWork[]> {
  const held = state === 'open' ? dutiesInForce({ granted: duties.map(({ duty }) => duty) }, policy) : []
  const mayTake = (one: OpenWork) =>
    held.some((duty) => {
      const { writes, reach } = policy?.duties.get(duty) ?? {}
      return writes?.has(one.field) && (reach !== 'group-company' || one.groupCompany === groupCompany)
    })
  return Map.groupBy(work.filter(mayTake), ({ kind }) => kind)
}
