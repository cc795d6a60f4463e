import { dutiesInForce, reachOf, staffNow } from '#access'
import type { LedgerTables, Occasion } from '#ledger'
import type { Running } from '#statement'
import type { WorkReach } from './tables.ts'

export type WorkRegister = Running<WorkReach & LedgerTables>

/** The occasion of somebody for whom the register works while they are away; null where they hold this duty no more. */
export async function occasionOf(running: WorkRegister, { staff: id, duty }: { staff: string; duty: string }) {
  const published = running.current()
  if (!published || running.readOnly() !== null) return null
  const { policy, version } = published
  const at = running.now()
  const staff = await staffNow(running.db, id, at)
  // S10.1, S10.3, S10.4: the same is asked of who is away as of who signs in.
  if (!staff || staff.needs.length > 0 || !dutiesInForce(staff, policy).includes(duty)) return null
  const purpose = policy.duties.get(duty)?.purposes[0]
  if (!purpose) return null
  const occasion: Occasion = { by: id, duty, purpose, at, under: String(version), reach: reachOf(duty, policy) }
  return { occasion, staff }
}
