import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import {
  type InForce,
  type Party,
  partyOfDeal,
  type RegisterTables,
  refuseUnlessWriter,
  type SaidParty,
} from '#register'
import { may } from '#statement'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'

export const workField = 'com.activities'

/** What a piece of work hangs on beside its company or person: an opaque id of a deal. */
export interface SaidSubject {
  kind: string
  id: string
}

/** Whom a piece of work is about. Refuses as `partyOfDeal`, and where the person is restricted (Art. 18). */
export async function partyOfWork(act: Act<WorkReach>, inForce: InForce, said: SaidParty): Promise<Party> {
  return partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: workField, ...said })
}

/** The same, where it may be about nobody. */
export async function partyOrNobody(act: Act<WorkReach>, inForce: InForce, said: SaidParty): Promise<Party> {
  if (said.organisationId || said.personId) return partyOfWork(act, inForce, said)
  refuseUnlessWriter(inForce, act, workField)
  return { organisationId: null, personId: null, name: '' }
}

/** Of these members of staff, refuses any whose duty does not read this work, or does not reach whom it is about. */
export async function refuseStrangers(
  act: Act<WorkReach>,
  inForce: InForce,
  { staff, party, field }: { staff: readonly string[]; party: SaidPartyIds; field: string },
) {
  const others = staff.filter((one) => one !== act.by)
  if (others.length === 0) return
  const seeing = new Set(await staffWhoSee(act, inForce, party))
  if (others.some((one) => !seeing.has(one))) throw new Refusal('NOT_OF_STAFF', 422, { field, clause: 'S10.3' })
}

interface SaidPartyIds {
  organisationId: string | null
  personId: string | null
}

/** Ids of the staff whose duty reads notes and tasks, and who reach this person or company. */
export async function staffWhoSee(
  door: { db: unknown },
  { policy }: InForce,
  { organisationId, personId }: SaidPartyIds,
): Promise<string[]> {
  const duties = [...policy.duties.values()].filter(({ id, purposes }) =>
    purposes.some((purpose) => may(policy, id, purpose, workField, 'read').allowed),
  )
  const rows = await rowsOf<{ id: string }>(
    door,
    sql`select distinct id from seloste.staff_who_see(${duties.map(({ id }) => id)}::text[],
      ${duties.map(({ reach }) => reach)}::text[], ${personId}::uuid, ${organisationId}::uuid) id`,
  )
  return rows.map(({ id }) => id)
}
