import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { References } from '#lists'

/** The name of the member of staff who asks, for the first row of the file. */
export async function whoExports(look: Look<never>, { staff }: References): Promise<string> {
  look.saw([], [])
  const query = sql<{ name: string | null }>`select ${staff.name(sql`${look.by}::text`)} as name`
  const { rows } = await query.execute(look.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0])
  return rows[0]?.name ?? look.by
}
