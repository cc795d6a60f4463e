import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'

/** Lets one deed at a time lead on from an enquiry or put it into the bin; asked before the enquiry is read, until the deed is over. */
export async function waitAtEnquiry<T>(act: Act<T>, id: string) {
  await rowsOf(act.db, sql`select pg_advisory_xact_lock(hashtextextended('enquiry ' || ${id}::uuid, 0))`)
}

/** Waits as `waitAtEnquiry`, and refuses an enquiry that is not seen, or lies in the bin by then (`NOT_FOUND`). */
export async function waitAtSeenEnquiry(act: Act<RegisterTables>, id: string) {
  await waitAtEnquiry(act, id)
  const seen = await act.db.selectFrom('register.enquiry').select('id').where('id', '=', id).executeTakeFirst()
  if (!seen) throw new Refusal('NOT_FOUND', 404, { field: 'enquiry' })
}

/** Waits until nobody puts this person into the bin; asked before they are read, so that whoever went there is not found. */
export async function waitForPerson<T>(act: Act<T>, id: string) {
  await rowsOf(act.db, sql`select seloste.wait_for_person(${id}::uuid)`)
}
