import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'

/** Counts an edit of a record. Refuses where it is not seen, or was edited since `revision` was read. */
export async function touch<T>(act: Act<T>, subject: 'organisation' | 'person', id: string, revision: number | null) {
  const masked = subject === 'person' ? sql`seloste.is_masked(${id}::uuid)` : sql`false`
  const { rows } = await sql<{ revision: number; touched: boolean; masked: boolean }>`
    select revision, touched, ${masked} as masked from seloste.touch(${subject}, ${id}, ${revision}, ${act.at})
  `.execute(act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0])
  const [row] = rows
  if (!row) throw new Refusal('NOT_FOUND', 404)
  // Art. 18 GDPR: what is restricted is not changed either; whoever settles the matter may.
  if (row.masked) throw new Refusal('PERSON_RESTRICTED', 409, { clause: 'S12.19' })
  if (!row.touched) throw new Refusal('EDITED_MEANWHILE', 409, { revision: row.revision })
  return row.revision
}
