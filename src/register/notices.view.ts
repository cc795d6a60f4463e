import { sql } from 'kysely'
import type { Look } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, knownFields, refuseUnlessSees, seesOf } from './in-force.ts'
import { alsoSelect, rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'

interface Row {
  id: string
  personId: string
  state: string
  targetOn: string | null
  dueOn: string | null
}

/** People who have still to be told, the most pressing first: overdue ones, or those due within a week. */
export async function noticesWaiting(
  look: Look<RegisterTables>,
  inForce: InForce,
  { within, limit }: { within: number; limit: number },
) {
  refuseUnlessSees(inForce, look, knownFields.person)
  const sees = seesOf(inForce, look)
  const today = dayInHelsinki(look.at)
  const rows = await rowsOf<Row>(
    look.db,
    sql<Row>`
      select note.id, note.person_id as "personId", note.article, note.state, note.source, note.obtained_at as "obtainedAt",
        note.target_on as "targetOn", note.due_on as "dueOn", note.due_on < ${today} as overdue, note.target_on < ${today} as frozen
        ${alsoSelect(sees('person.name') && sql`btrim(who.given_name || ' ' || who.family_name) as name`)}
      from register.notice note join register.person who on who.id = note.person_id
      where note.state in ('queued', 'failed') and note.due_on <= ${addDays(today, within)}
      order by note.due_on, note.id limit ${limit}`,
  )
  look.saw(
    rows.map(({ personId }) => personId),
    ['person.name'].filter(sees),
  )
  return { items: rows, next: null }
}
