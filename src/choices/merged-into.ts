import { sql } from 'kysely'
import { type LedgerTables, look } from '#ledger'
import type { RegisterTables } from '#register'
import type { Running } from '#statement'
import { ownOccasion } from './my-page-deeds.ts'

// C5: a message that went out before two records were made one carries the id of the one that is gone.
/** Whose record a person's is now: their own, or the one it was merged into; null where neither is there. */
export async function nowKnownAs<T extends LedgerTables & RegisterTables>(
  running: Running<T>,
  personId: string,
): Promise<string | null> {
  return look(running.db, ownOccasion(running), async (view) => {
    view.saw([], [])
    const { rows } = await sql<{ id: string }>`
      with recursive trail (id, step) as (
        select ${personId}::text, 0
        union all
        select opening.payload ->> 'about', trail.step + 1 from trail join register.ledger_opening opening
          on opening.payload ->> 'what' = 'person.merged' and opening.payload -> 'detail' ->> 'from' = trail.id
        where trail.step < 20)
      select person.id from trail join register.person on person.id::text = trail.id limit 1`.execute(view.db as never)
    return rows[0]?.id ?? null
  })
}
