import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { endRelationship, type InForce, type RegisterTables, refuseUnlessWriter } from '#register'
import { finishTasksAbout } from '#work'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/**
 * C1: ends the relationship that an ended contract left with nothing open in it, in one press, and with it the task that asked for this.
 * Refuses where something is open (`RELATIONSHIP_HAS_OPEN`).
 */
export async function endWithContract(act: Act<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessWriter(inForce, act, 'com.contracts')
  const [tie] = await rowsOf<{ id: string }>(act, sql`select id from seloste.relationship_to_end(${id}::uuid)`)
  if (!tie) throw new Refusal('RELATIONSHIP_HAS_OPEN', 409, { clause: 'S4.4' })
  await finishTasksAbout(act as unknown as Parameters<typeof finishTasksAbout>[0], inForce, { kind: 'contract', id })
  await endRelationship(act as unknown as Act<RegisterTables>, inForce, { id: tie.id, reason: 'contract-ended' })
}
