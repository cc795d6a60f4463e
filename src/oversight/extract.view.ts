import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { TableMap } from '#statement'
import type { OversightTables } from './tables.ts'

/** What goes to an authority: of each person the asked fields and nothing else. */
export interface Extract {
  people: { person: string; values: Record<string, Record<string, unknown>[]> }[]
}

/** Reads the asked fields of the asked people out of the columns that carry them, and no other column. */
export async function extractOf(
  look: Look<OversightTables>,
  maps: readonly TableMap[],
  { people, fields }: { people: readonly string[]; fields: readonly string[] },
): Promise<Extract> {
  const found = new Map(people.map((person) => [person, {} as Record<string, Record<string, unknown>[]>]))
  for (const field of fields) {
    for (const map of maps) {
      const columns = map.carries[field] ?? []
      const key = keyOf(map)
      if (columns.length === 0 || !key) continue
      const { rows } = await sql<{ person: string } & Record<string, unknown>>`
        select ${sql.ref(key)} as person, ${sql.join(columns.map((column) => sql.ref(column)))}
        from ${sql.table(map.table)} where ${sql.ref(key)} = any(${[...people]}::uuid[])
      `.execute(look.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0])
      for (const { person, ...values } of rows) {
        const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
        const of = found.get(person)
        if (of && Object.keys(said).length > 0) of[field] = [...(of[field] ?? []), said]
      }
    }
  }
  look.saw(people, fields)
  return { people: [...found].map(([person, values]) => ({ person, values })) }
}

function keyOf({ table, plain }: TableMap): string | null {
  if (table === 'register.person') return 'id'
  return plain.includes('person_id') || table === 'declared.person' ? 'person_id' : null
}
