import type { Act } from '#ledger'
import type { SaidParty } from './party-of-deal.ts'
import type { RegisterTables } from './tables.ts'

/** With whom a deal is made, and who speaks for them. */
export type Behind = SaidParty & { contact: string | null }

/**
 * S4.6: who stands behind a person: the only company that a representative stands for now, with them as its contact person, or themselves.
 * Of several companies none is guessed: then `partyOfDeal` refuses, and whoever makes the deal chooses.
 */
export async function partyBehind(act: Act<RegisterTables>, personId: string): Promise<Behind> {
  const who = await act.db.selectFrom('register.person').select('kind').where('id', '=', personId).executeTakeFirst()
  if (who?.kind !== 'representative') return { personId, contact: null }
  const ties = await act.db
    .selectFrom('register.affiliation as tie')
    .innerJoin('register.organisation as firm', 'firm.id', 'tie.organisation_id')
    .select('firm.id')
    .where('tie.person_id', '=', personId)
    .where('tie.left_on', 'is', null)
    .limit(2)
    .execute()
  const [only, another] = ties
  return only && !another ? { organisationId: only.id, contact: personId } : { personId, contact: null }
}
