import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import { draftInvoice } from '../invoices/draft-invoice.ts'
import { ratedOn } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { billingPeriod, periodToBill, vatDayOf } from './contract.ts'

/** Begins the invoice of the oldest period of a contract in force that was not billed. Answers the draft's id. */
export async function billContract(
  act: Act<DealingsReach>,
  inForce: InForce,
  contractId: string,
): Promise<{ id: string }> {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  refuseUnlessSees(inForce, act, ['com.contracts'])
  const contract = await act.db
    .selectFrom('register.contract')
    .select(['group_company', 'organisation_id', 'person_id', 'contact_person_id', 'order_id', 'state', 'lines'])
    .select(['payment_days', 'starts_on', 'billing_months'])
    .where('id', '=', contractId)
    .executeTakeFirst()
  if (!contract) throw new Refusal('NOT_FOUND', 404, { field: 'contract' })
  const { state, lines } = contract
  const today = dayInHelsinki(act.at)
  const period = await periodOf(act, contractId, { ...contract, today })
  if ((state !== 'active' && state !== 'noticed') || lines.length === 0)
    throw new Refusal('CONTRACT_STATE', 409, { clause: 'S6.4', state })
  const day = period ? vatDayOf(period, today) : today
  return draftInvoice(act, inForce, {
    ...(contract.organisation_id
      ? { organisationId: contract.organisation_id }
      : { personId: contract.person_id ?? '' }),
    ...{ groupCompany: contract.group_company, contact: contract.contact_person_id, lines: ratedOn(lines, day) },
    ...{ terms: [{ share: 10_000, days: contract.payment_days }], deliveredOn: day },
    from: { contractId, orderId: contract.order_id },
  })
}

// Two who bill at once wait for each other here, and the second is told.
async function periodOf(
  act: Act<DealingsReach>,
  contractId: string,
  { starts_on: startsOn, billing_months: months, today }: { starts_on: Day; billing_months: number | null; today: Day },
) {
  if (!months) return null
  await rowsOf(act, sql`select pg_advisory_xact_lock(hashtextextended(${contractId}, 106))`)
  const [last] = await rowsOf<{ billed: Day | null }>(
    act,
    sql`select max(delivered_on) as billed from register.invoice where contract_id = ${contractId}::uuid and kind = 'invoice'
      and status <> 'credited'`,
  )
  const billed = last?.billed ?? null
  const period = periodToBill({ startsOn, months, billed }, today)
  if (period) return period
  throw new Refusal('CONTRACT_BILLED', 409, {
    clause: 'S5.11',
    day: billingPeriod(startsOn, months, billed ?? startsOn).to,
  })
}
