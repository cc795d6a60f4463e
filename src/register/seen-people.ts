import type { Act } from '#ledger'
import type { RegisterTables } from './tables.ts'

/** Of these people, those whom this duty sees. */
export async function seenPeople(act: Act<RegisterTables>, people: readonly string[]): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set()
  const rows = await act.db
    .selectFrom('register.person')
    .select('id')
    .where('id', 'in', [...people])
    .execute()
  return new Set(rows.map(({ id }) => id))
}
