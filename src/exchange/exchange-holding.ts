import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '#ledger'
import type { Disclosure, Erasure, Fate, Holding } from '#register'
import type { ExchangeTables } from './tables.ts'

const name = 'exchange'

/** Everybody who became this person: what was kept about them before is about this person now. */
const whole = (personId: string) => sql`(
  with recursive whole (id) as (
    select ${personId}::uuid union select held.gone from register.merge held join whole on held.person_id = whole.id where held.undone_at is null)
  select id from whole)`

const about: Record<string, (personId: string) => RawBuilder<unknown>> = {
  'register.import_line': (id) => sql`person_id in ${whole(id)}`,
  'register.undo_row': (id) =>
    sql`(person_id in ${whole(id)} or of in (select held.id from register.merge held where held.person_id in ${whole(id)}))`,
  'register.duplicate_pair': (id) => sql`(person_id in ${whole(id)} or other_person_id in ${whole(id)})`,
  'register.merge': (id) => sql`(person_id in ${whole(id)} or gone in ${whole(id)})`,
}
const tables = Object.keys(about)

/** What imports, merges and the search for doubles keep about a person for a while. It all goes with the person. */
export const exchangeHolding: Holding<ExchangeTables> = {
  name,
  tables,
  has: async (look, personId) => {
    for (const table of tables) if ((await count(look.db, table, personId)) > 0) return true
    return false
  },
  disclose: async (look, personId) => {
    const kept: Disclosure['kept'] = []
    for (const table of tables) {
      const rows = await rowsOf<Record<string, unknown>>(
        look.db,
        sql`select * from ${sql.table(table)} where ${about[table]?.(personId)}`,
      )
      if (rows.length > 0) kept.push({ table, rows })
    }
    return { holding: name, kept }
  },
  plan: async (look, personId) => {
    const fates: Fate[] = []
    for (const table of tables) {
      const rows = await count(look.db, table, personId)
      if (rows > 0) fates.push({ holding: name, class: 'contact', table, rows, fate: 'erase' })
    }
    return fates
  },
  erase: async (act, personId) => {
    const done: Erasure[] = []
    for (const table of tables) {
      const rows = await rowsOf(
        act.db,
        sql`delete from ${sql.table(table)} where ${about[table]?.(personId)} returning 1 as one`,
      )
      if (rows.length > 0) done.push({ holding: name, table, class: 'contact', rows: rows.length, outcome: 'erased' })
    }
    return done
  },
  // Art. 18: lines wait for nobody's daily work, and what is restricted is refused as it is taken.
  // A merge is not written over: who became whom is asked each time, so that it can be undone.
  merge: async () => {},
}

async function count(db: Tables<ExchangeTables>, table: string, personId: string): Promise<number> {
  const [row] = await rowsOf<{ rows: number }>(
    db,
    sql`select count(*)::int as rows from ${sql.table(table)} where ${about[table]?.(personId)}`,
  )
  return row?.rows ?? 0
}

async function rowsOf<R>(db: Tables<ExchangeTables>, query: RawBuilder<unknown>): Promise<R[]> {
  return (await query.execute(db as never)).rows as R[]
}
