import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { rowsOf } from '../rows.ts'
import type { ListsTables } from '../tables.ts'

const holding = 'lists'
const table = 'register.bulk_edit_row'

/** What a person's rows held before a bulk edit; shaped as a Holding of #register, which stands above. */
export const listsHolding = {
  name: holding,
  tables: [table],
  has: async (look: Look<ListsTables>, personId: string) => (await held(look.db, personId)).length > 0,
  disclose: async (look: Look<ListsTables>, personId: string) => {
    const rows = await held(look.db, personId)
    return { holding, kept: rows.length > 0 ? [{ table, rows }] : [] }
  },
  plan: async (look: Look<ListsTables>, personId: string) => {
    const rows = (await held(look.db, personId)).length
    return rows > 0 ? [{ holding, class: 'contact', table, rows, fate: 'erase' as const }] : []
  },
  erase: async (act: Act<ListsTables>, personId: string) => {
    const rows = (await held(act.db, personId)).length
    if (rows === 0) return []
    await act.db.deleteFrom(table).where('person_id', '=', personId).execute()
    return [{ holding, table, class: 'contact', rows, outcome: 'erased' as const }]
  },
  // Art. 18: whoever is restricted is not changed, and so not restored either: the deed of each row refuses.
  // A merge took the old values for both: restoring one would undo a half of it.
  merge: async (act: Act<ListsTables>, from: string) => {
    await act.db.deleteFrom(table).where('person_id', '=', from).execute()
  },
}

function held(db: unknown, personId: string) {
  return rowsOf<Record<string, unknown>>(
    db,
    sql<Record<string, unknown>>`select field, old_value from register.bulk_edit_row where person_id = ${personId}`,
  )
}
