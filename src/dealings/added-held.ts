import { sql } from 'kysely'
import type { Look } from '#ledger'
import { addedOfDeals, type Disclosure, type InForce } from '#register'
import { dealSubjects, deals } from '#statement'
import type { DealingsReach } from './reach.ts'

/** Where the fields that the statement adds to deals are kept: each row goes with its deal, whoever erases that. */
export const addedTables: readonly string[] = dealSubjects.map((subject) => `declared.${subject}`)

/** Art. 15: what those fields say of the deals with a person. Where they stand for a company, what is said is the company's. */
export async function addedAbout(look: Look<DealingsReach>, inForce: InForce, personId: string) {
  const kept: Disclosure['kept'] = []
  for (const subject of dealSubjects) {
    const rows = sql`select id from ${sql.table(deals[subject].table)} where person_id = ${personId}::uuid`
    kept.push(...(await addedOfDeals(look as never, inForce, { subject, rows })))
  }
  return kept
}
