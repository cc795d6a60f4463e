import { sql } from 'kysely'
import type { Correspondent } from './read-mail.ts'
import { rowsOf } from './rows.ts'

/** A correspondent who is in the register: a person, an address of a company, or both. */
export interface Known {
  address: string
  role: Correspondent['role']
  personId: string | null
  organisationId: string | null
}

/** Which correspondents are somebody's of the register, under the machine duty `intake`. Mailboxes of our own are nobody's. */
export async function knownAmong(door: { db: unknown }, correspondents: readonly Correspondent[]): Promise<Known[]> {
  const addresses = [...new Set(correspondents.map(({ address }) => address))]
  if (addresses.length === 0) return []
  const found = await rowsOf<Omit<Known, 'role'>>(
    door,
    sql`select address, person_id as "personId", organisation_id as "organisationId"
      from seloste.correspondents(${addresses}::text[])
      where address not in (select address from register.mailbox where state <> 'closed')`,
  )
  return correspondents.flatMap(({ address, role }) =>
    found.filter((one) => one.address === address).map((one) => ({ ...one, role })),
  )
}
