import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import { draftInvoice } from '../invoices/draft-invoice.ts'
import type { DealingsReach } from '../reach.ts'

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
    .select('payment_days')
    .where('id', '=', contractId)
    .executeTakeFirst()
  if (!contract) throw new Refusal('NOT_FOUND', 404, { field: 'contract' })
  const { state, lines } = contract
  if ((state !== 'active' && state !== 'noticed') || lines.length === 0)
    throw new Refusal('CONTRACT_STATE', 409, { clause: 'S6.4', state })
  return draftInvoice(act, inForce, {
    ...(contract.organisation_id
      ? { organisationId: contract.organisation_id }
      : { personId: contract.person_id ?? '' }),
    ...{ groupCompany: contract.group_company, contact: contract.contact_person_id, lines },
    ...{ terms: [{ share: 10_000, days: contract.payment_days }], deliveredOn: dayInHelsinki(act.at) },
    from: { contractId, orderId: contract.order_id },
  })
}
