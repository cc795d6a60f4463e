import { sql } from 'kysely'
import type { Erasure, Fate } from '#register'
import type { HoldingPart } from '../holding-part.ts'
import { rowsOf } from '../rows.ts'

const table = 'register.paper_sent'

/** That a paper was sent goes with its customer; whoever only received it for a company is taken out of it. */
export const papersHeld: HoldingPart = {
  tables: [table],
  disclose: async (look, personId) => {
    const rows = await rowsOf<Record<string, unknown>>(
      look,
      sql<Record<string, unknown>>`select * from register.paper_sent
        where person_id = ${personId}::uuid or sent_to = ${personId}::uuid order by entered_at`,
    )
    return rows.length > 0 ? [{ table, rows }] : []
  },
  plan: async (look, personId) => {
    const rows = await rowsOf<{ id: string }>(
      look,
      sql`select id from register.paper_sent where person_id = ${personId}::uuid`,
    )
    const fate: Fate = { holding: 'dealings', class: 'contact', table, rows: rows.length, fate: 'erase' }
    return rows.length > 0 ? [{ ...fate, ids: rows.map(({ id }) => id) }] : []
  },
  erase: async (act, personId, fates) => {
    const done: Erasure[] = []
    for (const fate of fates.filter((one) => one.holding === 'dealings' && one.table === table)) {
      await act.db
        .deleteFrom(table)
        .where('id', 'in', [...(fate.ids ?? [])])
        .where('person_id', '=', personId)
        .execute()
      done.push({ holding: 'dealings', table, class: fate.class, rows: fate.rows, outcome: 'erased' })
    }
    await act.db.updateTable(table).set({ sent_to: null }).where('sent_to', '=', personId).execute()
    return done
  },
  restrict: async (act, personId, restricted) => {
    await act.db
      .updateTable(table)
      .set({ held_at: restricted ? act.at : null })
      .where('person_id', '=', personId)
      .execute()
  },
  merge: async (act, from, into) => {
    for (const column of ['person_id', 'sent_to'] as const)
      await act.db
        .updateTable(table)
        .set({ [column]: into })
        .where(column, '=', from)
        .execute()
  },
}
