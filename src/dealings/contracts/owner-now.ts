import { dutiesInForce, reachOf, staffNow } from '#access'
import type { LedgerTables, Occasion } from '#ledger'
import type { Language } from '#platform/language'
import type { Policy, Running } from '#statement'
import type { DealingsReach } from '../reach.ts'

export interface OwnerNow {
  occasion: Occasion
  language: Language
}

/** S10.3: a member of staff under the duty by which they write contracts and tasks now; null where they hold none such any more. */
export async function ownerNow(running: Running<DealingsReach & LedgerTables>, id: string): Promise<OwnerNow | null> {
  const published = running.current()
  if (!published || running.readOnly() !== null) return null
  const { policy, version } = published
  const at = running.now()
  const staff = await staffNow(running.db as never, id, at)
  const duty = staff && dutiesInForce(staff, policy).find((one) => writesBoth(policy, one))
  const purpose = duty ? policy.duties.get(duty)?.purposes[0] : undefined
  if (!staff || !duty || !purpose) return null
  const occasion: Occasion = { by: id, duty, purpose, at, under: String(version), reach: reachOf(duty, policy) }
  return { occasion, language: staff.language }
}

function writesBoth({ duties }: Policy, duty: string) {
  const writes = duties.get(duty)?.writes
  return Boolean(writes?.has('com.contracts') && writes.has('com.activities'))
}
