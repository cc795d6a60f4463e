import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isWithinReading } from '#ledger'
import { Refusal } from '#platform/refusal'
import { most } from './list-wish.ts'

export async function rowsOf<R>(db: unknown, query: RawBuilder<R>): Promise<R[]> {
  const { rows } = await query.execute(db as Parameters<RawBuilder<R>['execute']>[0]) // a Look's handle is Kysely's own
  return rows
}

/** The same, given up after fifteen seconds with `LIST_TOO_WIDE` (422): what no index answers would hold the server for everybody. */
export async function boundedRows<R>(db: unknown, query: RawBuilder<R>): Promise<R[]> {
  const handle = db as Kysely<unknown>
  const ask = async (inside: Kysely<unknown>) => {
    await sql`select set_config('statement_timeout', ${`${most.seconds}s`}, true)`.execute(inside)
    const { rows } = await query.execute(inside)
    return rows
  }
  try {
    if (!handle.isTransaction && !isWithinReading(handle)) return await handle.transaction().execute(ask)
    const rows = await ask(handle)
    await sql`select set_config('statement_timeout', '0', true)`.execute(handle)
    return rows
  } catch (fault) {
    if ((fault as { code?: unknown }).code === '57014') throw new Refusal('LIST_TOO_WIDE', 422, { limit: most.seconds })
    throw fault
  }
}

// What the desk and the exports ask for: a page and one row more.
const usual = new Set([41, 51, 61, 201, 1001])

/**
 * `limit`, written out where it is a usual one: of a limit that it does not know PostgreSQL assumes a tenth of all rows, so that no plan
 * made once would do, and each page would be planned anew.
 */
export function limitSql(many: number): RawBuilder<unknown> {
  return usual.has(many) ? sql.lit(many) : sql`${many}`
}
