import { sql } from 'kysely'
import type { Act } from '#ledger'
import { rowsOf } from './rows.ts'
import type { RightsReach } from './tables.ts'

/** The people who hold a mail address: two who share a mailbox are two. */
export async function peopleWithAddress(act: Act<RightsReach>, address: string): Promise<string[]> {
  const folded = address.trim()
  // `intake` sees no people; it may ask whose an address is, and learns ids only.
  const query =
    act.duty === 'intake'
      ? sql`select id from seloste.people_with_email(${folded}) as id`
      : sql`select distinct person_id as id from register.person_email
          where seloste.folded(address) = seloste.folded(${folded}) and is_proven`
  const rows = await rowsOf<{ id: string }>(act, query)
  return rows.map(({ id }) => id)
}

/** Where a person's mail goes, or null where no address is on file. */
export async function addressOnFile(from: { db: unknown }, personId: string): Promise<string | null> {
  const [row] = await rowsOf<{ address: string }>(
    from,
    sql`select address from register.person_email where person_id = ${personId}::uuid and is_proven order by is_primary desc limit 1`,
  )
  return row?.address ?? null
}
