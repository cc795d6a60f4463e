import { type Kysely, sql } from 'kysely'
import type { Pools } from '#platform/pools'
import type { Occasion } from './occasion.ts'
import { perform } from './perform.ts'
import type { LedgerTables } from './tables.ts'

/** Makes the next months of the access log; entries that came before their month was made move into it. */
export async function makeLogMonths<T>(db: Pools<T>, { at, ahead = 3 }: { at: Date; ahead?: number }): Promise<number> {
  const { rows } = await sql<{ made: number }>`
    select seloste.make_access_log_months(${at}::timestamptz, ${ahead}::integer) as made`.execute(db.as('sealer'))
  return rows[0]?.made ?? 0
}

/** Sorts new entries into the index of whom a look showed, so that nobody who looks waits for that; answers how many pages they took. */
export async function sortInLog<T>(db: Pools<T>): Promise<number> {
  const { rows } = await sql<{ pages: number }>`select seloste.sort_in_access_log() as pages`.execute(db.as('sealer'))
  return rows[0]?.pages ?? 0
}

/** Drops the months of the access log that ended before this instant, each with a record in the ledger. */
export async function dropLogMonths<T extends LedgerTables>(
  db: Pools<T>,
  occasion: Occasion,
  before: Date,
): Promise<string[]> {
  const months = (await logMonths(db)).filter((month) => endOf(month) <= before)
  for (const month of months) {
    await perform<LedgerTables, void>(db as unknown as Pools<LedgerTables>, occasion, async (act) => {
      const dropped = sql<number>`seloste.drop_access_log_month(${`${month}-01`}::date)`.as('rows')
      const { rows } = await act.db.selectNoFrom(dropped).executeTakeFirstOrThrow()
      await act.record({ what: 'access-log.dropped', about: `access-log/${month}`, detail: { month, rows } })
    })
  }
  return months
}

/** The months of the access log that have a table of their own, oldest first, such as `2026-03`. */
export async function logMonths<T>(db: Pools<T>): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select replace(substr(part.relname, 12), '_', '-') as month
    from pg_catalog.pg_inherits
    join pg_catalog.pg_class part on part.oid = inhrelid
    where inhparent = 'register.access_log'::regclass and part.relname ~ '^access_log_\\d{4}_\\d{2}$'
    order by month`.execute(db.as('sealer') as Kysely<unknown>)
  return rows.map(({ month }) => month)
}

function endOf(month: string) {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)) // months count from 0, so this is the first of the next
}
