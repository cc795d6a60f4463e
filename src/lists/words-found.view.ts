import { sql } from 'kysely'
import { look, type Occasion } from '#ledger'
import type { Pools } from '#platform/pools'
import { newestWith } from './newest-with.ts'
import { rowsOf } from './rows.ts'
import { patternOf } from './value-test.ts'

// Five of a kind are shown: whoever reaches all sees nearly every row, and whose reach is narrow may see one of a hundred.
const mostRows = ({ reach = 'all' }: Occasion) => (reach === 'all' ? 24 : 500)

/**
 * The ids of rows that hold all these words, by kind, out of several indexes of words at once: under the machine duty `finder`, as for
 * lists. They show nobody: what they name is then read under the asker's own login. Words without three letters or digits beside each
 * other find nothing, for no index answers them; of more rows of a kind than `mostRows` some are given, and the newest where thousands
 * hold them.
 */
export async function wordsFound<T>(
  db: Pools<T>,
  occasion: Occasion,
  { said, indexes }: { said: string; indexes: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const patterns = patternsOf(said)
  if (patterns.length === 0 || indexes.size === 0) return new Map()
  const reader = db.loginOf(occasion.duty)
  const each = [...indexes].map(
    ([kind, index]) =>
      sql`select ${sql.lit(kind)} as kind, array(select ${sql.ref(`seloste.${newestWith(index)}`)}(${reader}, asked.words, ${mostRows(occasion)})) as ids from asked`,
  )
  return look(db, { ...occasion, duty: 'finder', reach: 'all' }, async (view) => {
    view.saw([], [])
    const query = sql<{ kind: string; ids: string[] }>`
      with asked as materialized (select array(select seloste.folded(one) from unnest(${patterns}::text[]) one) as words)
      ${sql.join(each, sql` union all `)}`
    return new Map((await rowsOf(view.db, query)).map(({ kind, ids }) => [kind, ids]))
  })
}

// Two are enough beside something else, which ends a word in the index: `RT-77`.
const hasTrigram = /[\p{L}\p{N}]{3}|[\p{L}\p{N}]{2}[^\p{L}\p{N}\s]|[^\p{L}\p{N}\s][\p{L}\p{N}]{2}/u

/** Three patterns, in any order; of more words the others stand in the order said, and of fewer the first stands again. */
function patternsOf(said: string): string[] {
  const words = said.slice(0, 200).trim().split(/\s+/).filter(Boolean)
  if (!words.some((word) => hasTrigram.test(word))) return []
  const each = words.map((word) => patternOf('contains', word))
  const [first = '', second = first, ...others] = each
  return [first, second, others.join('') || first]
}
