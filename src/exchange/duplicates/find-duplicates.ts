import { sql } from 'kysely'
import { perform } from '#ledger'
import type { Place } from '../reach.ts'

/** Looks through the whole register for records that may be one. Answers how many pairs there are. */
export async function findDuplicates(running: Place): Promise<number> {
  const version = running.current()?.version
  if (version === undefined) return 0
  const occasion = { by: 'register', duty: 'matching', purpose: 'matching', at: running.now(), under: String(version) }
  return perform(running.db, occasion, async (act) => {
    const { rows } = await sql<{ pairs: number }>`select seloste.find_duplicates(${act.at}) as pairs`.execute(
      act.db as never,
    )
    const pairs = rows[0]?.pairs ?? 0
    await act.record({ what: 'duplicates.looked-for', detail: { pairs } })
    return pairs
  })
}
