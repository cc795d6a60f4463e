import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import { type HeldDuty, rightSince } from './access-review.ts'
import { heldDuties } from './held-duties.ts'
import type { AccessTables } from './tables.ts'

export interface ReviewOfAccess {
  items: { id: string; name: string; duties: (HeldDuty & { reason: string; until: Day | null })[] }[]
  /** Who last looked at all of it, and when. */
  last: { at: Date; by: string | null } | null
  /** The last day by which the duty that waited longest is to be confirmed; null where nobody holds any. */
  dueOn: Day | null
}

/** S10.3: who holds which duty, since when it is known to be right, and until when that holds. `period` is ISO 8601. */
export async function reviewOfAccess(look: Look<AccessTables>, period: string): Promise<ReviewOfAccess> {
  look.saw([], [])
  const rows = await heldDuties(look, period)
  const items = [...Map.groupBy(rows, ({ staff }) => staff)].map(([id, held]) => ({
    id,
    name: held[0]?.name ?? '',
    duties: held.map(({ id, duty, grantedAt, confirmedAt, reason, until }) => ({
      ...{ id, duty, grantedAt, confirmedAt, reason, until },
    })),
  }))
  const last = await look.db
    .selectFrom('register.access_review as review')
    .leftJoin('register.staff as staff', (join) => join.on(sql`staff.id::text`, '=', sql.ref('review.by')))
    .select(['review.at', 'staff.name as by'])
    .orderBy('review.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const first = rows.toSorted((a, b) => rightSince(a).getTime() - rightSince(b).getTime())[0]
  return { items, last: last ?? null, dueOn: first?.due ?? null }
}
