import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import type { SaidSubject } from './party-of-work.ts'
import type { WorkReach } from './tables.ts'

export interface Notice {
  /** Ids of staff. Whoever acts is not told of their own deed. */
  to: readonly string[]
  /** A word of `web/src/work/texts.kinds.ts`, such as `mention`. */
  kind: string
  organisationId?: string | null
  personId?: string | null
  /** What to open, by an opaque id, such as `{ kind: 'quote', id }`. */
  subject?: SaidSubject
  /** Also whoever acts: for what happens in their name while they are away. */
  evenSelf?: boolean
}

/**
 * Puts something before members of the staff at the desk: opaque ids only, its words are read where it points to.
 * Part of a deed, which records itself: `notify` adds nothing to the ledger. Needs a duty that reads `com.activities`.
 */
export async function notify(
  act: Act<WorkReach>,
  { to, kind, organisationId, personId, subject, evenSelf = false }: Notice,
) {
  const rows = [...new Set(to)]
    .filter((staff) => evenSelf || staff !== act.by)
    .map((staff) => ({
      ...{ id: newId(act.at.getTime()), staff, kind, by: act.by, at: act.at, seen_at: null },
      ...{ organisation_id: organisationId ?? null, person_id: personId ?? null },
      ...{ subject_kind: subject?.kind ?? null, subject_id: subject?.id ?? null },
    }))
  if (rows.length > 0) await act.db.insertInto('register.notification').values(rows).execute()
}
