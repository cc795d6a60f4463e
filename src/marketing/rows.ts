import type { RawBuilder } from 'kysely'

/** The rows of a query, on the handle of a look, an act or the outbox: all are Kysely's own underneath. */
export async function rowsOf<R>(db: unknown, query: RawBuilder<R>): Promise<R[]> {
  const { rows } = await query.execute(db as Parameters<RawBuilder<R>['execute']>[0])
  return rows
}
