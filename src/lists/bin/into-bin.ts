import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { rowsOf } from '../rows.ts'
import type { BinPart } from './bin-part.ts'

/**
 * Puts a record into the bin: hidden at once from every list, search, timeline, report and reminder, and as it was when it is taken back.
 * Whoever calls it has asked whether this duty may; it records itself (`….binned`). Refuses what is not seen or lies there already.
 */
export async function intoBin<T>(act: Act<T>, { kind, table }: Pick<BinPart, 'kind' | 'table'>, id: string) {
  const binned = await withBin(act, () =>
    rowsOf<{ id: string }>(
      act.db,
      sql`update ${sql.table(table)} set binned_at = ${act.at}, binned_by = ${act.by}
        where id = ${id}::uuid and binned_at is null returning id`,
    ),
  )
  if (binned.length === 0) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: `${kind}.binned`, about: id })
}

/** SQL over a row of a part's table: whether Art. 18(1) GDPR, a law or a claim keeps it, in the bin too. */
export function isHeldInBin({ party, kept }: Pick<BinPart, 'party' | 'kept'>): RawBuilder<unknown> {
  if (kept) return sql`(${kept})`
  if (!party) return sql`false`
  const isRestricted = sql`person_id is not null and seloste.is_restricted(person_id)`
  return party === 'held' ? sql`(held_at is not null or ${isRestricted})` : sql`(${isRestricted})`
}

/** Does something with the bin open; afterwards it is hidden again from the rest of the deed. */
export async function withBin<T, R>(act: Act<T>, work: () => Promise<R>): Promise<R> {
  await rowsOf(act.db, sql`select set_config('seloste.bin', 'open', true)`)
  const answer = await work() // what it throws rolls the deed back, and the setting with it
  await rowsOf(act.db, sql`select set_config('seloste.bin', '', true)`)
  return answer
}
