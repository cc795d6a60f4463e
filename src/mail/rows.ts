import type { RawBuilder } from 'kysely'

/** The rows of a query that Kysely's types do not write: a door's handle is Kysely's own. */
export async function rowsOf<R>({ db }: { db: unknown }, query: RawBuilder<R>): Promise<R[]> {
  const { rows } = await query.execute(db as Parameters<RawBuilder<R>['execute']>[0])
  return rows
}
