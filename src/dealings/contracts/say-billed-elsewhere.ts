import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import { may } from '#statement'
import { dayOf } from '../days.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'

/**
 * S5.11: says until which day a contract was billed elsewhere, so that the periods until then are not offered; null: it is billed here from
 * its first day. Of a period of which some days were billed the rest is billed by days, or nothing where part periods are billed whole. Whoever writes contracts or invoices says it; refuses a day before the
 * contract begins (`BILLED_BEFORE_BEGUN`).
 */
export async function sayBilledElsewhere(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, until: typed }: { id: string; until: string | null },
) {
  refuseUnlessSees(inForce, act, ['com.contracts'])
  if (!may(inForce.policy, act.duty, act.purpose, 'com.contracts', 'write').allowed)
    refuseUnlessWriter(inForce, act, 'com.invoicing')
  const until = typed === null ? null : dayOf('day', typed)
  const contract = await act.db
    .selectFrom('register.contract')
    .select(['starts_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!contract) throw new Refusal('NOT_FOUND', 404)
  if (until && until < contract.starts_on)
    throw new Refusal('BILLED_BEFORE_BEGUN', 422, { field: 'day', day: contract.starts_on })
  await rowsOf(act, sql`select seloste.contract_billed_until(${id}::uuid, ${until}::date)`)
  await act.record({ what: 'contract.billed-elsewhere', about: id, detail: { until } })
}
