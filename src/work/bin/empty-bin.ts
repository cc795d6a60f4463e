import { sql } from 'kysely'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { type BinPart, daysInBin, isHeldInBin } from '#lists'
import type { Running } from '#statement'
import { rowsOf } from '../rows.ts'
import type { WorkReach } from '../tables.ts'
import { destroyBinned } from './destroy-binned.ts'

type Tables = WorkReach & LedgerTables
const together = 500

/** Destroys what has lain in the bin for fourteen days, kind by kind. Answers how many. The occasion's duty is `retention`. */
export async function emptyBin<T extends Tables>(
  register: Running<T>,
  occasion: Occasion,
  parts: readonly BinPart[],
): Promise<number> {
  const { db } = register as unknown as Running<Tables> // its tables are among T's
  const due = (part: BinPart) =>
    look(db, occasion, async (view) => {
      view.saw([], [])
      const rows = await rowsOf<{ id: string }>(
        view,
        sql`select id from ${sql.table(part.table)}
          where binned_at < ${occasion.at}::timestamptz - make_interval(days => ${daysInBin}) and not ${isHeldInBin(part)}
          order by binned_at, id limit ${together}`,
      )
      return rows.map(({ id }) => id)
    })
  let all = 0
  for (const part of parts.filter(({ erased }) => !erased))
    for (let ids = await due(part); ids.length > 0; ids = ids.length < together ? [] : await due(part)) {
      const gone = await perform(db, occasion, (act) => destroyBinned(act, { part, ids }))
      if (gone === 0) break
      all += gone
    }
  return all
}
