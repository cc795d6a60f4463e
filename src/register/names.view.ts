import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, seesOf } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'

/** Ids with a name: what this duty does not see is absent. */
export type Names = ReadonlyMap<string, string>

/** The names of these people and companies in two queries, for lists of records that carry ids only; notes whom it showed. */
export async function namesOf(
  look: Look<RegisterTables>,
  inForce: InForce,
  { people, companies }: { people: readonly (string | null)[]; companies: readonly (string | null)[] },
): Promise<Names> {
  const sees = seesOf(inForce, look)
  const named = [
    ...(await namesIn(look, sees('person.name') && sql`btrim(given_name || ' ' || family_name)`, 'person', people)),
    ...(await namesIn(look, sees('org.name') && sql`name`, 'organisation', companies)),
  ]
  const shown = new Set(people)
  const seen = named.map(({ id }) => id).filter((id) => shown.has(id))
  if (seen.length > 0) look.saw(seen, ['person.name'])
  return new Map(named.map(({ id, name }) => [id, name]))
}

async function namesIn(
  look: Look<RegisterTables>,
  name: ReturnType<typeof sql> | false,
  table: 'person' | 'organisation',
  ids: readonly (string | null)[],
) {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0 || name === false) return []
  return rowsOf<{ id: string; name: string }>(
    look.db,
    sql<{
      id: string
      name: string
    }>`select id, ${name} as name from ${sql.table(`register.${table}`)} where id = any(${wanted}::uuid[])`,
  )
}
