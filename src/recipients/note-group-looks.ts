import { sql } from 'kysely'
import { type LedgerTables, type Occasion, perform } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Running } from '#statement'
import type { RecipientTables } from './tables.ts'

/** S8.1: notes the days that are over: looks of one group company at people who are customers of the others alone. */
export async function noteGroupLooks<T>(register: Running<T>): Promise<number> {
  const { db } = register as unknown as Running<RecipientTables & LedgerTables>
  const at = register.now()
  const under = String(register.current()?.version ?? 0)
  const occasion: Occasion = { by: 'register', duty: 'sealer', purpose: 'recipients', at, under }
  return perform(db, occasion, async (act) => {
    const { rows } = await sql<{
      noted: number
    }>`select seloste.note_group_looks(${dayInHelsinki(at)}) as noted`.execute(
      act.db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0],
    )
    const noted = rows[0]?.noted ?? 0
    await act.record({ what: 'group-looks.noted', detail: { disclosures: noted } })
    return noted
  })
}
