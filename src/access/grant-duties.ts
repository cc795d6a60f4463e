import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Policy } from '#statement'
import { isSteward } from './duty.ts'
import { refuseLastAdministrator } from './last-administrator.ts'
import type { AccessTables } from './tables.ts'

export interface Granting {
  duties: readonly string[]
  /** The last day; without one the duty stands until it is withdrawn. */
  until?: string | null
  reason: string
}

// S10.3: who gave which duty to whom, why and until when is on record; what is no longer listed is withdrawn.
export async function grantDuties(act: Act<AccessTables>, staffId: string, granting: Granting, policy: Policy | null) {
  const held = await act.db
    .selectFrom('register.staff_duty')
    .select(['id', 'duty', 'until_on as untilOn'])
    .where('staff_id', '=', staffId)
    .where('withdrawn_at', 'is', null)
    .execute()
  const stays = ({ duty, untilOn }: { duty: string; untilOn: string | null }) =>
    granting.duties.includes(duty) && untilOn === (granting.until ?? null)

  const ending = held.filter((one) => !stays(one))
  const beginning = granting.duties.filter((wanted) => !held.some((one) => one.duty === wanted && stays(one)))

  for (const { id, duty } of ending) {
    await act.db.updateTable('register.staff_duty').set({ withdrawn_at: act.at }).where('id', '=', id).execute()
    if (!granting.duties.includes(duty)) await act.record({ what: 'duty.withdrawn', about: staffId, detail: { duty } })
  }
  for (const duty of beginning) await grantDuty(act, staffId, duty, granting, policy)
  if (ending.length + beginning.length === 0) await act.record({ what: 'duties.confirmed', about: staffId })
  if (held.some(({ duty }) => duty === 'admin') && !granting.duties.includes('admin'))
    await refuseLastAdministrator(act)
}

/** Grants one duty that the statement has; those of keeping the register exist before any statement. */
export async function grantDuty(
  act: Act<AccessTables>,
  staffId: string,
  duty: string,
  { until = null, reason }: Granting,
  policy: Policy | null,
) {
  if (!policy?.duties.has(duty) && !isSteward(duty))
    throw new Refusal('DUTY_NOT_DECLARED', 422, { clause: 'S10.3', duty, field: 'duties' })
  await act.db
    .insertInto('register.staff_duty')
    .values({
      staff_id: staffId,
      duty,
      granted_by: act.by,
      reason,
      granted_at: act.at,
      until_on: until,
      withdrawn_at: null,
    })
    .execute()
  await act.record({ what: 'duty.granted', about: staffId, detail: { duty, until } })
}
