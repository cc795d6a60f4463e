import { sql } from 'kysely'
import type { TimelinePart } from '#lists'

/** Requests of a data subject on their timeline, for the privacy desk alone. */
export const requestsTimeline: readonly TimelinePart[] = [
  {
    kind: 'request',
    field: 'sys.cases',
    rows: ({ personId }) => sql`
      select received_at as at, id, kind, null::text as title, state, entered_by as by, person_id as person from register.rights_request
      where ${personId ? sql`person_id = ${personId}::uuid` : sql`false`}`,
  },
]
