import { sql } from 'kysely'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { binKinds, daysInBin } from './binned.ts'

type Tables = DealingsReach & LedgerTables

/** Erases what has lain in the bin for fourteen days, kind by kind. Answers how many. The occasion's duty is `retention`. */
export async function emptyBin<T extends Tables>(register: Running<T>, occasion: Occasion): Promise<number> {
  const { db } = register as unknown as Running<Tables> // its tables are among T's
  let all = 0
  for (const [kind, { table }] of Object.entries(binKinds)) {
    const over = sql`binned_at < ${occasion.at}::timestamptz - make_interval(days => ${daysInBin})`
    const place = sql.table(table)
    const due = await look(db, occasion, (view) => {
      view.saw([], [])
      return rowsOf(view, sql`select 1 from ${place} where ${over} limit 1`)
    })
    if (due.length === 0) continue
    all += await perform(db, occasion, async (act) => {
      const gone = await rowsOf<{ id: string }>(act, sql`delete from ${place} where ${over} returning id`)
      await act.record({ what: 'bin.emptied', detail: { kind, rows: gone.length, ids: gone.map(({ id }) => id) } })
      return gone.length
    })
  }
  return all
}
