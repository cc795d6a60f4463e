import { sql } from 'kysely'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import { draftInvoice } from '../invoices/draft-invoice.ts'
import { ratedOn } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { billingPeriod } from './contract.ts'

/** Begins the invoice of one period of a contract that is in force. Answers the draft's id. */
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
  await refuseBilledPeriod(act, contractId, contract)
  if ((state !== 'active' && state !== 'noticed') || lines.length === 0)
    throw new Refusal('CONTRACT_STATE', 409, { clause: 'S6.4', state })
  const today = dayInHelsinki(act.at)
  return draftInvoice(act, inForce, {
    ...(contract.organisation_id
      ? { organisationId: contract.organisation_id }
      : { personId: contract.person_id ?? '' }),
    ...{ groupCompany: contract.group_company, contact: contract.contact_person_id, lines: ratedOn(lines, today) },
    ...{ terms: [{ share: 10_000, days: contract.payment_days }], deliveredOn: today },
    from: { contractId, orderId: contract.order_id },
  })
}

// Two who bill at once wait for each other here, and the second is told.
async function refuseBilledPeriod(
  act: Act<DealingsReach>,
  contractId: string,
  { starts_on, billing_months }: { starts_on: string; billing_months: number | null },
) {
  if (!billing_months) return
  await rowsOf(act, sql`select pg_advisory_xact_lock(hashtextextended(${contractId}, 106))`)
  const { from, to } = billingPeriod(starts_on, billing_months, dayInHelsinki(act.at))
  const billed = await rowsOf(
    act,
    sql`select from register.invoice where contract_id = ${contractId}::uuid and kind = 'invoice'
      and delivered_on between ${from}::date and ${to}::date and status <> 'credited' limit 1`,
  )
  if (billed.length > 0) throw new Refusal('CONTRACT_BILLED', 409, { clause: 'S5.11', day: to })
}
