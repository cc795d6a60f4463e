import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, namesOf, type RegisterTables, refuseUnlessSees } from '#register'
import { namesOfStaff } from '../colleagues.view.ts'
import { workField } from '../party-of-work.ts'
import type { WorkReach } from '../tables.ts'

/** One call, meeting or visit with who takes part. */
export async function activityOf(look: Look<WorkReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, [workField])
  const row = await look.db
    .selectFrom('register.activity')
    .select(['id', 'kind', 'state', 'title', 'text', 'at', 'minutes', 'people', 'staff', 'revision'])
    .select(['entered_by as enteredBy', 'organisation_id', 'person_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 404)
  const { organisation_id, person_id, people, staff, ...activity } = row
  const all = [...people, ...(person_id ? [person_id] : [])]
  look.saw(all, all.length > 0 ? [workField] : [])
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people: all,
    companies: [organisation_id],
  })
  const colleagues = await namesOfStaff(look, [...staff, row.enteredBy])
  return {
    ...activity,
    company: organisation_id ? { id: organisation_id, name: names.get(organisation_id) ?? null } : null,
    person: person_id ? { id: person_id, name: names.get(person_id) ?? null } : null,
    people: people.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id) }] : [])),
    staff: staff.map((id) => ({ id, name: colleagues.get(id) ?? null })),
    enteredByName: colleagues.get(row.enteredBy) ?? null,
    isOwn: row.enteredBy === look.by,
  }
}
