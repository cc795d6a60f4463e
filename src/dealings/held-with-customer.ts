import { sql } from 'kysely'
import type { Erasure, Fate } from '#register'
import type { HoldingPart } from './holding-part.ts'
import { rowsOf } from './rows.ts'

/**
 * The holding part of a table whose rows go with their customer (`person_id`), whatever their state: whoever is named in `contact`
 * only, because they stand for a company, is taken out of the row. `aClass` is the retention class of the statement.
 */
export function heldWithCustomer(name: string, { contact, aClass }: { contact: string; aClass: string }): HoldingPart {
  const table = `register.${name}`
  const [place, contactIs] = [sql.table(table), sql.ref(contact)]
  return {
    tables: [table],
    disclose: async (look, personId) => {
      const rows = await rowsOf<Record<string, unknown>>(
        look,
        sql<Record<string, unknown>>`select * from ${place}
          where person_id = ${personId}::uuid or ${contactIs} = ${personId}::uuid order by entered_at`,
      )
      return rows.length > 0 ? [{ table, rows }] : []
    },
    plan: async (look, personId) => {
      const rows = await rowsOf<{ id: string }>(
        look,
        sql<{ id: string }>`select id from ${place} where person_id = ${personId}::uuid`,
      )
      const fate: Fate = { holding: 'dealings', class: aClass, table, rows: rows.length, fate: 'erase' }
      return rows.length > 0 ? [{ ...fate, ids: rows.map(({ id }) => id) }] : []
    },
    erase: async (act, personId, fates) => {
      const done: Erasure[] = []
      for (const fate of fates.filter((one) => one.holding === 'dealings' && one.table === table)) {
        await rowsOf(
          act,
          sql`delete from ${place} where id = any(${fate.ids ?? []}::uuid[]) and person_id = ${personId}::uuid`,
        )
        done.push({ holding: 'dealings', table, class: fate.class, rows: fate.rows, outcome: 'erased' })
      }
      await rowsOf(act, sql`update ${place} set ${contactIs} = null where ${contactIs} = ${personId}::uuid`)
      return done
    },
    restrict: async (act, personId, restricted) => {
      await rowsOf(
        act,
        sql`update ${place} set held_at = ${restricted ? act.at : null} where person_id = ${personId}::uuid`,
      )
    },
    merge: async (act, from, into) => {
      for (const column of [sql.ref('person_id'), contactIs])
        await rowsOf(act, sql`update ${place} set ${column} = ${into}::uuid where ${column} = ${from}::uuid`)
    },
  }
}
