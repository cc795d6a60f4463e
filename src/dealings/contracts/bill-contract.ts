import { sql } from 'kysely'
import type { Act } from '#ledger'
import { addDays, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import { draftInvoice } from '../invoices/draft-invoice.ts'
import { ratedOn } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { vatDayOf } from './contract.ts'
import { linesOfPart, partOf } from './part-period.ts'

/**
 * Begins the invoice of the oldest period of a contract in force that was not billed; of one that the contract begins or ends in the middle
 * of, by days where the contract says so. Answers the draft's id.
 */
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
    .select(['payment_days', 'starts_on', 'billing_months', 'bills_next', 'bills_until', 'part_periods', 'language'])
    .where('id', '=', contractId)
    .executeTakeFirst()
  if (!contract) throw new Refusal('NOT_FOUND', 404, { field: 'contract' })
  const { state, lines, billing_months: months, part_periods: parts, language } = contract
  const today = dayInHelsinki(act.at)
  // What began before the end is billed after it, too.
  if (state === 'draft' || lines.length === 0 || (state === 'ended' && !months))
    throw new Refusal('CONTRACT_STATE', 409, { clause: 'S6.4', state })
  const part = months ? partOf({ startsOn: contract.starts_on, months, parts }, nextToBill(contract, today)) : null
  // AVL 1501/1993 § 15: a period in whose middle the contract ended was supplied by that day.
  const day = part ? vatDayOf({ from: part.since, to: part.until }, today) : today
  const billed = ratedOn(part ? linesOfPart(lines, part, { parts, language }) : lines, day)
  return draftInvoice(act, inForce, {
    ...(contract.organisation_id
      ? { organisationId: contract.organisation_id }
      : { personId: contract.person_id ?? '' }),
    ...{ groupCompany: contract.group_company, contact: contract.contact_person_id, lines: billed, language },
    ...{ terms: [{ share: 10_000, days: contract.payment_days }], deliveredOn: day },
    from: {
      ...{ contractId, orderId: contract.order_id, periodSince: part?.since ?? null },
      periodUntil: part && (parts === 'days' ? part.until : part.to),
    },
  })
}

function nextToBill({ bills_next, bills_until }: { bills_next: Day | null; bills_until: Day | null }, today: Day) {
  if (bills_next && bills_until && bills_next <= today) return { since: bills_next, until: bills_until }
  const day = bills_next ? addDays(bills_next, -1) : today
  throw new Refusal('CONTRACT_BILLED', 409, { clause: 'S5.11', day })
}
