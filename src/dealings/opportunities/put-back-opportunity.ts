import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter, saidOfDeal, sayOfDeal, writableOfDeal } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { binOpportunity } from './change-opportunity.ts'

type Selling = Act<DealingsReach>

/** What an opportunity says, as it stood at a moment, with the fields that the statement added; days as text. */
export type OpportunityStood = Record<string, string | number | boolean | null>

const subject = 'opportunity'
const columns = [
  ...['title', 'value_cents', 'probability', 'expected_close', 'next_step', 'contact_person_id', 'owner'],
  ...['pipeline_id', 'stage_id', 'stage_since', 'state', 'closed_on', 'lost_reason', 'lost_note'],
]

/** How an opportunity stands now; undefined where it is not seen or lies in the bin. */
export async function opportunityStands(
  act: Selling,
  inForce: InForce,
  id: string,
): Promise<OpportunityStood | undefined> {
  const said = sql.join(columns.map((column) => sql`${sql.lit(column)}, ${sql.ref(column)}::text`))
  const [row] = await rowsOf<{ stood: OpportunityStood; added: OpportunityStood }>(
    act,
    sql`select json_build_object(${said}) as stood, ${saidOfDeal(inForce, act, subject, sql`opportunity.id`)} as added
      from register.opportunity where id = ${id}::uuid and binned_at is null for update`,
  )
  return row && { ...row.stood, ...row.added }
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
  const now = await opportunityStands(act, inForce, id)
  if (!now) return
  const added = writableOfDeal(inForce, act, subject).map((field) => field.id)
  const words = [...columns, ...added]
  const has = words.every((word) => (now[word] ?? null) === (after[word] ?? null))
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
  const values = Object.fromEntries(
    added.filter((field) => before[field] !== after[field]).map((field) => [field, before[field] ?? null]),
  )
  await sayOfDeal(act as never, inForce, { subject, id, party: await partyOf(act, id), values })
  await act.record({ what: 'opportunity.changed', about: id, detail: { fields: ['put-back'] } })
}

async function partyOf(act: Selling, id: string) {
  const [party] = await rowsOf<{ organisationId: string | null; personId: string | null }>(
    act,
    sql`select organisation_id as "organisationId", person_id as "personId" from register.opportunity where id = ${id}::uuid`,
  )
  return party ?? { organisationId: null, personId: null }
}
