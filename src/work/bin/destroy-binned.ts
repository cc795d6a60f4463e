import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type BinPart, isHeldInBin } from '#lists'
import { rowsOf } from '../rows.ts'
import type { WorkReach } from '../tables.ts'

/** Destroys of one kind what lies in the bin and is named by its ids. Answers how many. The act's duty is `retention`. */
export async function destroyBinned(
  act: Act<WorkReach>,
  { part, ids }: { part: BinPart; ids: readonly string[] },
): Promise<number> {
  const gone = await rowsOf<{ id: string }>(
    act,
    // Art. 18(1) GDPR: what is restricted is kept, in the bin too.
    sql`delete from ${sql.table(part.table)} where id = any(${[...ids]}::uuid[]) and binned_at is not null
      and not ${isHeldInBin(part)} returning id`,
  )
  await act.record({
    what: 'bin.emptied',
    detail: { kind: part.kind, rows: gone.length, ids: gone.map(({ id }) => id) },
  })
  return gone.length
}
