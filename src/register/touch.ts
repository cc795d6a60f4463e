import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'

/** Counts an edit of a record. Refuses where it is not seen, or was edited since `revision` was read. */
export async function touch<T>(act: Act<T>, subject: 'organisation' | 'person', id: string, revision: number | null) {
  const { rows } = await sql<{ revision: number; touched: boolean }>`
    select revision, touched from seloste.touch(${subject}, ${id}, ${revision}, ${act.at})
  `.execute(act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0])
  const [row] = rows
  if (!row) throw new Refusal('NOT_FOUND', 404)
  if (!row.touched) throw new Refusal('EDITED_MEANWHILE', 409, { revision: row.revision })
  return row.revision
}
