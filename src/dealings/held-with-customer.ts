import { sql } from 'kysely'
import type { Erasure, Fate } from '#register'
import type { HoldingPart } from './holding-part.ts'
import { rowsOf } from './rows.ts'

interface Held {
  contact: string
  aClass: string
  /** What somebody is told of a row in which they are the contact only. */
  ofContact?: readonly string[]
}

/**
 * The holding part of a table whose rows go with their customer (`person_id`), whatever their state: whoever is named in `contact`
 * only, because they stand for a company, is taken out of the row. `aClass` is the retention class of the statement.
 */
export function heldWithCustomer(name: string, { contact, aClass, ofContact }: Held): HoldingPart {
  const table = `register.${name}`
  const [place, contactIs] = [sql.table(table), sql.ref(contact)]
  const toContact = (ofContact ?? ['id', 'state', 'entered_at']).map((column) => sql.ref(column))
  const isContactOnly = (personId: string) =>
    sql`${contactIs} = ${personId}::uuid and person_id is distinct from ${personId}::uuid`
  return {
    tables: [table],
    disclose: async (look, personId) => {
      const told = [
        sql<
          Record<string, unknown>
        >`select * from ${place} where person_id = ${personId}::uuid order by entered_at, id`,
        // What the person's company deals in is the company's; that they were its contact is theirs.
        sql<Record<string, unknown>>`select ${sql.join(toContact)} from ${place}
          where ${isContactOnly(personId)} order by entered_at, id`,
      ]
      const kept = []
      for (const query of told) {
        const rows = await rowsOf<Record<string, unknown>>(look, query)
        if (rows.length > 0) kept.push({ table, rows })
      }
      return kept
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
        const named = sql`id = any(${fate.ids ?? []}::uuid[]) and person_id = ${personId}::uuid`
        const isErased = fate.fate === 'erase'
        // Art. 18 GDPR: what has to stay is for those who settle it.
        await rowsOf(
          act,
          isErased
            ? sql`delete from ${place} where ${named}`
            : sql`update ${place} set held_at = ${act.at} where ${named} and held_at is null`,
        )
        const outcome = isErased ? 'erased' : 'held'
        done.push({ holding: 'dealings', table, class: fate.class, rows: fate.rows, outcome })
      }
      await rowsOf(act, sql`update ${place} set ${contactIs} = null where ${isContactOnly(personId)}`)
      return done
    },
    merge: async (act, from, into) => {
      for (const column of [sql.ref('person_id'), contactIs])
        await rowsOf(act, sql`update ${place} set ${column} = ${into}::uuid where ${column} = ${from}::uuid`)
    },
  }
}
