import { type Kysely, type RawBuilder, sql } from 'kysely'
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
    if (!handle.isTransaction) return await handle.transaction().execute(ask)
    const rows = await ask(handle)
    await sql`select set_config('statement_timeout', '0', true)`.execute(handle)
    return rows
  } catch (fault) {
    if ((fault as { code?: unknown }).code === '57014') throw new Refusal('LIST_TOO_WIDE', 422, { limit: most.seconds })
    throw fault
  }
}
