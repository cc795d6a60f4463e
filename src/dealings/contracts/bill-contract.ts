import { sql } from 'kysely'
import type { Act } from '#ledger'
import { addDays, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import { draftInvoice } from '../invoices/draft-invoice.ts'
import { ratedOn } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { billingPeriod, lastDayOf, vatDayOf } from './contract.ts'

/** Begins the invoice of the oldest period of a contract in force that was not billed. Answers the draft's id. */
export async function billContract(
  act: Act<DealingsReach>,
  inForce: InForce,
  contractId: string,
): Promise<{ id: string }> {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  refuseUnlessSees(inForce, act, ['com.contracts'])
  // Two who bill at once wait for each other here, and the second is told.
  await rowsOf(act, sql`select pg_advisory_xact_lock(hashtextextended(${contractId}, 106))`)
  const contract = await act.db
    .selectFrom('register.contract')
    .select(['group_company', 'organisation_id', 'person_id', 'contact_person_id', 'order_id', 'state', 'lines'])
    .select(['payment_days', 'starts_on', 'ends_on', 'ended_on', 'renewal', 'billing_months', 'bills_next'])
    .where('id', '=', contractId)
    .executeTakeFirst()
  if (!contract) throw new Refusal('NOT_FOUND', 404, { field: 'contract' })
  const { state, lines, billing_months: months } = contract
  const today = dayInHelsinki(act.at)
  // What began before the end is billed after it, too.
  if (state === 'draft' || lines.length === 0 || (state === 'ended' && !months))
    throw new Refusal('CONTRACT_STATE', 409, { clause: 'S6.4', state })
  const period = months ? periodOf({ ...contract, billing_months: months }, today) : null
  const last = lastDayOf({ ...contract, endsOn: contract.ends_on, endedOn: contract.ended_on })
  // AVL 1501/1993 § 15: a period in whose middle the contract ended was supplied by that day.
  const day = period ? vatDayOf({ ...period, to: last && last < period.to ? last : period.to }, today) : today
  return draftInvoice(act, inForce, {
    ...(contract.organisation_id
      ? { organisationId: contract.organisation_id }
      : { personId: contract.person_id ?? '' }),
    ...{ groupCompany: contract.group_company, contact: contract.contact_person_id, lines: ratedOn(lines, day) },
    ...{ terms: [{ share: 10_000, days: contract.payment_days }], deliveredOn: day },
    from: { contractId, orderId: contract.order_id, periodUntil: period?.to ?? null },
  })
}

interface Billed {
  starts_on: Day
  billing_months: number
  bills_next: Day | null
}

function periodOf({ starts_on, billing_months, bills_next }: Billed, today: Day) {
  if (bills_next && bills_next <= today) return billingPeriod(starts_on, billing_months, bills_next)
  const day = bills_next ? addDays(bills_next, -1) : today
  throw new Refusal('CONTRACT_BILLED', 409, { clause: 'S5.11', day })
}
