import { type Kysely, sql } from 'kysely'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { HeldDuty } from './access-review.ts'
import type { AccessTables } from './tables.ts'

/** A duty with its holder, and the last day by which it is to be confirmed. */
export interface HeldByStaff extends HeldDuty {
  staff: string
  name: string
  reason: string
  until: Day | null
  due: Day
}

/** The duties in force of open accounts, by the name of who holds them. */
export async function heldDuties({ db, at }: { db: unknown; at: Date }, period: string): Promise<HeldByStaff[]> {
  const confirmed = sql`(select max(review.at) from register.access_review review where review.grants @> array[held.id])`
  const { rows } = await sql<HeldByStaff>`
    select held.id, held.staff_id as staff, staff.name, held.duty, held.reason, held.until_on as until, held.granted_at as "grantedAt",
      ${confirmed} as "confirmedAt",
      ((greatest(held.granted_at, ${confirmed}) at time zone 'Europe/Helsinki')::date + ${period}::interval)::date as due
    from register.staff_duty held join register.staff staff on staff.id = held.staff_id
    where held.withdrawn_at is null and (held.until_on is null or held.until_on >= ${dayInHelsinki(at)}::date) and staff.state <> 'closed'
    order by staff.name, held.granted_at, held.id`.execute(db as Kysely<AccessTables>)
  return rows
}
