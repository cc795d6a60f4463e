import type { RawBuilder } from 'kysely'

export async function rowsOf<R>(db: unknown, query: RawBuilder<R>): Promise<R[]> {
  const { rows } = await query.execute(db as Parameters<RawBuilder<R>['execute']>[0]) // a Look's handle is Kysely's own
  return rows
}
