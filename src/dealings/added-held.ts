import { sql } from 'kysely'
import type { Look } from '#ledger'
import { addedOfDeals, type InForce } from '#register'
import type { DealingsReach } from './reach.ts'

/** Where the fields that the statement adds to deals are kept: each row goes with its deal, whoever erases that. */
export const addedTables: readonly string[] = ['declared.opportunity']

/** Art. 15: what those fields say of the deals with a person. */
export function addedAbout(look: Look<DealingsReach>, inForce: InForce, personId: string) {
  const rows = sql`select id from register.opportunity where person_id = ${personId}::uuid or contact_person_id = ${personId}::uuid`
  return addedOfDeals(look as never, inForce, { subject: 'opportunity', rows })
}
