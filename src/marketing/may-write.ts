import type { Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { InForce } from '#register'
import { may } from '#statement'

export type { InForce } from '#register'

/** Who writes to people keeps what was written: without `sys.messages` there is no campaign. The database says the same by its grants. */
export function refuseUnlessWrites({ policy }: InForce, { duty, purpose }: Occasion) {
  const verdict = may(policy, duty, purpose, 'sys.messages', 'write')
  if (!verdict.allowed)
    throw new Refusal(verdict.code, 403, { clause: verdict.clause, field: 'sys.messages', duty, purpose })
}

export function seesField({ policy }: InForce, { duty, purpose }: Occasion, field: string): boolean {
  return may(policy, duty, purpose, field, 'read').allowed
}
