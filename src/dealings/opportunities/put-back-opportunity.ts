import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { binOpportunity } from './change-opportunity.ts'

type Selling = Act<DealingsReach>

/** What an opportunity says, as it stood at a moment; days as text. */
export type OpportunityStood = Record<string, string | number | null>

const columns = [
  ...['title', 'value_cents', 'probability', 'expected_close', 'next_step', 'contact_person_id', 'owner'],
  ...['pipeline_id', 'stage_id', 'stage_since', 'state', 'closed_on', 'lost_reason', 'lost_note'],
]

/** How an opportunity stands now; undefined where it is not seen or lies in the bin. */
export async function opportunityStands(act: Selling, id: string): Promise<OpportunityStood | undefined> {
  const said = sql.join(columns.map((column) => sql`${sql.lit(column)}, ${sql.ref(column)}::text`))
  const [row] = await rowsOf<{ stood: OpportunityStood }>(
    act,
    sql`select json_build_object(${said}) as stood from register.opportunity where id = ${id}::uuid and binned_at is null for update`,
  )
  return row?.stood
}

/**
 * Takes back what was done to an opportunity: before it there was nothing, then it goes into the bin; else it stands again as it stood.
 * Refuses where it has changed since (CHANGED_SINCE), or something hangs on it already (OPPORTUNITY_IN_USE).
 */
export async function putBackOpportunity(
  act: Selling,
  inForce: InForce,
  { id, before, after }: { id: string; before: OpportunityStood | null; after: OpportunityStood },
) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const now = await opportunityStands(act, id)
  if (!now) return
  const has = JSON.stringify(columns.map((column) => now[column])) === JSON.stringify(columns.map((one) => after[one]))
  if (!has) throw new Refusal('CHANGED_SINCE', 409)
  if (before === null) {
    const [found] = await rowsOf<{ used: boolean }>(act, sql`select seloste.opportunity_in_use(${id}::uuid) as used`)
    if (found?.used) throw new Refusal('OPPORTUNITY_IN_USE', 409)
    return binOpportunity(act, inForce, { id })
  }
  const set = Object.fromEntries(columns.map((column) => [column, before[column]]))
  await act.db
    .updateTable('register.opportunity')
    .set({ ...set, revision: sql`revision + 1` } as never)
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'opportunity.changed', about: id, detail: { fields: ['put-back'] } })
}
