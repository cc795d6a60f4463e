import type { Act, Look } from '#ledger'
import { agreedTermsOf, type InForce, type RegisterTables } from '#register'
import { daysIn } from './days-to-pay.ts'
import { invoicingOf } from './invoices/invoicing.ts'
import type { DealingsReach } from './reach.ts'

interface Whose {
  groupCompany: string
  organisationId?: string | null
  personId?: string | null
}

/** S5.9: the days to pay of a customer: those agreed with them, as far as this duty reads that and it says a number, else the group company's. */
export async function usualDays(
  reach: Act<DealingsReach> | Look<DealingsReach>,
  inForce: InForce,
  whose: Whose,
): Promise<{ days: number; agreed: { terms: string; personId: string | null } | null }> {
  const held = await agreedTermsOf(reach as unknown as Act<RegisterTables>, inForce, whose)
  const days = held && daysIn(held.terms)
  if (days !== null) return { days, agreed: held }
  return { days: (await invoicingOf(reach, whose.groupCompany)).paymentDays, agreed: null }
}
