import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { ContactPart } from '#lists'
import type { Day } from '#platform/finnish-calendar'
import { rowsOf } from '../rows.ts'
import { day } from './ages.ts'

/** Everything that shows contact, as one source of rows `person, organisation, group_company, at`. */
export function heardIn(contacts: readonly ContactPart[]) {
  return sql`(${sql.join(
    contacts.map(({ rows }) => rows),
    sql` union all `,
  )})`
}

/** The last day of contact with each of some people: with themselves, or with the company whose contact they still are. */
export async function lastContacts<T>(
  look: Look<T>,
  contacts: readonly ContactPart[],
  people: readonly string[],
): Promise<Map<string, Day>> {
  const ties = await rowsOf<{ person: string; organisation: string }>(
    look,
    sql`select person_id as person, organisation_id as organisation from register.affiliation
        where person_id = any(${people}::uuid[]) and left_on is null
      union select person_id, id from register.organisation where person_id = any(${people}::uuid[])`,
  )
  const firms = [...new Set(ties.map(({ organisation }) => organisation))]
  const heard = await rowsOf<{ person: string | null; organisation: string | null; on: Day }>(
    look,
    sql`select person, organisation, max(${day('at')})::text as on from ${heardIn(contacts)} heard
      where (person = any(${people}::uuid[]) or organisation = any(${firms}::uuid[])) and at <= ${look.at} group by 1, 2`,
  )
  const last = new Map<string, Day>()
  const note = (id: string | null, on: Day | undefined) => {
    if (id && on && on > (last.get(id) ?? '')) last.set(id, on)
  }
  for (const { person, organisation, on } of heard) for (const id of [person, organisation]) note(id, on)
  for (const { person, organisation } of ties) note(person, last.get(organisation))
  return last
}
