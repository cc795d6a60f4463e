import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { SaidParty } from './party-of-deal.ts'
import { rowsOf } from './pieces.ts'

// Of 256 locks, so that a file of many deals does not fill the database's table of locks.
const lockOf = (id: string) => sql`(hashtextextended('party ' || ${id}, 0) & 255) - 256`

/** Waits until nobody ends a relationship with this party; asked before the party, or what is begun anew with it, is read. */
export async function waitAtParty<T>(act: Act<T>, { organisationId, personId }: SaidParty) {
  const id = organisationId ?? personId
  if (id) await rowsOf(act.db, sql`select pg_advisory_xact_lock_shared(${lockOf(id)})`)
}

/** Waits until nothing is begun with the party of a relationship, and lets nothing begin until the deed is over (C1). */
export async function waitForNewWork<T>(act: Act<T>, relationship: string) {
  const [tie] = await rowsOf<{ party: string }>(
    act.db,
    sql<{
      party: string
    }>`select coalesce(organisation_id, person_id)::text as party from register.relationship where id = ${relationship}`,
  )
  if (tie) await waitForNothingNew(act, tie.party)
}

/** The same of a company or person. */
export async function waitForNothingNew<T>(act: Act<T>, party: string) {
  await rowsOf(act.db, sql`select pg_advisory_xact_lock(${lockOf(party)})`)
}
