import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees } from '#register'
import { namesOfStaff } from '../colleagues.view.ts'
import { workField } from '../party-of-work.ts'
import type { WorkReach } from '../tables.ts'

/** One note whole, with whom it mentions. */
export async function noteOf(look: Look<WorkReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, [workField])
  const row = await look.db
    .selectFrom('register.note')
    .select(['id', 'text', 'mentions', 'at', 'changed_at as changedAt', 'entered_by as enteredBy', 'revision'])
    .select(['organisation_id as organisationId', 'person_id as personId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 404)
  look.saw(row.personId ? [row.personId] : [], row.personId ? [workField] : [])
  const staff = await namesOfStaff(look, [...row.mentions, row.enteredBy])
  return {
    ...row,
    mentions: row.mentions.map((one) => ({ id: one, name: staff.get(one) ?? null })),
    byName: staff.get(row.enteredBy) ?? null,
    isOwn: row.enteredBy === look.by,
  }
}
