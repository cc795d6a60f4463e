import type { RawBuilder } from 'kysely'

/** The rows of a query on the handle of a Look or an Act. */
export async function rowsOf<R = Record<string, unknown>>(
  { db }: { db: unknown },
  query: RawBuilder<unknown>,
): Promise<R[]> {
  const { rows } = await query.execute(db as Parameters<typeof query.execute>[0]) // the handle is Kysely's own
  return rows as R[]
}
