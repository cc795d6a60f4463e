import type { Act } from '#ledger'
import {
  type Given,
  type InForce,
  type Occasioned,
  type Party,
  type RegisterTables,
  takeGivenByCompany,
  takeGivenByPerson,
} from '#register'
import type { DealingsReach } from './reach.ts'

export interface GivenWith {
  party: Pick<Party, 'organisationId' | 'personId'>
  contact: string | null
  given: Given
  /** Where the document came from, as its own row says. */
  from: { source: string; source_note: string | null }
  document: Occasioned
}

/**
 * S6.2–S6.4: what the customer gave with a quote request, an order or a contract goes on a card, with the document as the occasion of each
 * value's source: an address for mail and a number on the contact person's where there is one, a place on the buyer's.
 */
export async function keepGiven(act: Act<DealingsReach>, inForce: InForce, wish: GivenWith) {
  const { party, contact, document, from } = wish
  const { address, ...reach } = wish.given
  const register = act as unknown as Act<RegisterTables>
  const said = { source: from.source, sourceNote: from.source_note ?? undefined, document }
  const take = (who: { personId: string } | { organisationId: string }, given: Given) =>
    'personId' in who
      ? takeGivenByPerson(register, inForce, { ...who, given, ...said })
      : takeGivenByCompany(register, inForce, { ...who, given, ...said })
  const buyer = party.organisationId ? { organisationId: party.organisationId } : { personId: party.personId ?? '' }
  if (reach.email?.trim() || reach.phone?.trim()) await take(contact ? { personId: contact } : buyer, reach)
  if (address) await take(buyer, { address })
}
