import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, namesOf, type RegisterTables, refuseUnlessSees } from '#register'
import { namesOfStaff } from './colleagues.view.ts'
import { workField } from './party-of-work.ts'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'

interface Row {
  id: string
  kind: string
  at: Date
  seenAt: Date | null
  by: string
  person_id: string | null
  organisation_id: string | null
  subject_kind: string | null
  subject_id: string | null
}

// What it tells of may lie in the bin, or be destroyed: then it says nothing, and says it again when that comes back.
const isThere = sql`case subject_kind
  when 'task' then exists (select from register.task where task.id = notification.subject_id)
  when 'note' then exists (select from register.note where note.id = notification.subject_id)
  when 'activity' then exists (select from register.activity where activity.id = notification.subject_id)
  when 'document' then exists (select from register.document where document.id = notification.subject_id)
  else true end`

/** What one should look at, the latest first; names are read anew, so that nothing outlives whom it is about. */
export async function notificationsOf(look: Look<WorkReach>, inForce: InForce, { limit = 30 }: { limit?: number }) {
  refuseUnlessSees(inForce, look, [workField])
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`select id, kind, at, seen_at as "seenAt", by, person_id, organisation_id, subject_kind, subject_id
      from register.notification where staff = ${look.by} and ${isThere} order by at desc, id desc limit ${limit}`,
  )
  look.saw([], [])
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people: rows.map(({ person_id }) => person_id),
    companies: rows.map(({ organisation_id }) => organisation_id),
  })
  const staff = await namesOfStaff(
    look,
    rows.map(({ by }) => by),
  )
  return {
    items: rows.map(({ person_id, organisation_id, subject_kind, subject_id, by, ...row }) => ({
      ...row,
      byName: staff.get(by) ?? null,
      person: person_id ? { id: person_id, name: names.get(person_id) ?? null } : null,
      company: organisation_id ? { id: organisation_id, name: names.get(organisation_id) ?? null } : null,
      subject: subject_kind ? { kind: subject_kind, id: subject_id } : null,
    })),
  }
}

/** How many are unseen, at most a hundred: the bell needs no more. */
export async function unseenCount(look: Look<WorkReach>, inForce: InForce): Promise<{ unseen: number }> {
  refuseUnlessSees(inForce, look, [workField])
  look.saw([], [])
  const [{ unseen } = { unseen: 0 }] = await rowsOf<{ unseen: number }>(
    look,
    sql`select count(*)::int as unseen from (
      select from register.notification where staff = ${look.by} and seen_at is null and ${isThere} limit 100) few`,
  )
  return { unseen }
}
