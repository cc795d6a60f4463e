import { sql } from 'kysely'
import type { HoldingPart } from '../holding-part.ts'
import { rowsOf } from '../rows.ts'

const table = 'register.price_list'
const theirs = (personId: string) =>
  sql`organisation_id in (select firm.id from register.organisation firm where firm.person_id = ${personId}::uuid)`

// The list goes with the card of its company, and that with the sole trader's: held, it holds both.
const theirCard = ['register.organisation', 'register.person']

/** S5.2: a price list of one customer who is a sole trader is about that person, and goes with the card. */
export const priceListsHeld: HoldingPart = {
  tables: [table],
  disclose: async (look, personId) => {
    const rows = await rowsOf<Record<string, unknown>>(
      look,
      sql<
        Record<string, unknown>
      >`select id, name, group_company, organisation_id, currency, starts_on, ends_on, retired_at, entered_by, entered_at
        from register.price_list where ${theirs(personId)} order by entered_at`,
    )
    return rows.length > 0 ? [{ table, rows }] : []
  },
  plan: async (look, personId) => {
    const rows = await rowsOf<{ id: string }>(look, sql`select id from register.price_list where ${theirs(personId)}`)
    const ids = rows.map(({ id }) => id)
    const fate = { holding: 'dealings', class: 'order-contract', table, ids, rows: ids.length, fate: 'erase' } as const
    return ids.length > 0 ? [{ ...fate, needs: theirCard }] : []
  },
  erase: async (act, _, fates) => {
    const done = []
    for (const fate of fates.filter((one) => one.holding === 'dealings' && one.table === table)) {
      const isErased = fate.fate === 'erase'
      if (isErased)
        await act.db
          .deleteFrom(table)
          .where('id', 'in', [...(fate.ids ?? [])])
          .execute()
      const outcome = isErased ? ('erased' as const) : ('held' as const)
      done.push({ holding: 'dealings', table, class: fate.class, rows: fate.rows, outcome })
    }
    return done
  },
  merge: async () => {},
}
