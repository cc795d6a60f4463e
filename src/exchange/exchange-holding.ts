import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Fate, Holding } from '#register'
import type { ExchangeTables } from './tables.ts'

const name = 'exchange'
const tables = ['register.import_line', 'register.undo_row'] as const

/** What imports and merges keep about a person for a while: lines of a file, and what stood before. It goes with the person. */
export const exchangeHolding: Holding<ExchangeTables> = {
  name,
  tables: [...tables],
  has: async (look, personId) => {
    for (const table of tables) if ((await count(look, table, personId)) > 0) return true
    return false
  },
  disclose: async (look, personId) => {
    const kept = []
    for (const table of tables) {
      const rows = await look.db.selectFrom(table).selectAll().where('person_id', '=', personId).execute()
      if (rows.length > 0) kept.push({ table, rows: rows as Record<string, unknown>[] })
    }
    return { holding: name, kept }
  },
  plan: async (look, personId) => {
    const fates: Fate[] = []
    for (const table of tables) {
      const rows = await count(look, table, personId)
      if (rows > 0) fates.push({ holding: name, class: 'contact', table, rows, fate: 'erase' })
    }
    return fates
  },
  erase: async (act, personId) => {
    const done = []
    for (const table of tables) {
      const { numDeletedRows } = await act.db.deleteFrom(table).where('person_id', '=', personId).executeTakeFirst()
      if (numDeletedRows > 0n)
        done.push({ holding: name, table, class: 'contact', rows: Number(numDeletedRows), outcome: 'erased' as const })
    }
    return done
  },
  // Art. 18: the lines wait for nobody's daily work, and what is restricted is refused as it is taken.
  restrict: async () => {},
  merge: async (act: Act<ExchangeTables>, from, into) => {
    for (const table of tables)
      await sql`update ${sql.table(table)} set person_id = ${into} where person_id = ${from}`.execute(act.db as never)
  },
}

async function count(look: Look<ExchangeTables>, table: (typeof tables)[number], personId: string) {
  const row = await look.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<string>().as('rows'))
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return Number(row?.rows ?? 0)
}
