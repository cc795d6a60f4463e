import { sql } from 'kysely'
import { look, type Occasion } from '#ledger'
import type { Pools } from '#platform/pools'
import type { Words } from './list-definition.ts'
import { most } from './list-wish.ts'
import { rowsOf } from './rows.ts'

/**
 * The ids of rows whose text is like one of these, by an index of words: under the machine duty `finder`, because they go beyond the
 * reach of whoever asks. Nobody is shown by them. They only narrow what is then read under the asker's own login, and a reader who
 * may not read the text is refused here too.
 */
export function rowsWith<T>(
  db: Pools<T>,
  occasion: Occasion,
  { words: { index, row = 'id' }, patterns }: { words: Words; patterns: readonly string[] },
): Promise<readonly string[]> {
  return look(db, { ...occasion, duty: 'finder', reach: 'all' }, async (view) => {
    view.saw([], [])
    const rows = await rowsOf<{ id: string }>(
      view.db,
      sql<{
        id: string
      }>`select id from seloste.rows_with(${db.loginOf(occasion.duty)}, ${index}, ${row}, ${patterns}::text[], ${most.found}) id`,
    )
    return rows.map(({ id }) => id)
  })
}
