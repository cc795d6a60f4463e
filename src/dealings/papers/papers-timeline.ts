import { sql } from 'kysely'
import type { TimelinePart } from '#lists'

/** Papers that were mailed, on the timeline of their customer and of whoever got them. */
export const papersTimeline: readonly TimelinePart[] = [
  {
    kind: 'paper-sent',
    field: 'com.activities',
    rows: ({ personId, organisationId }) => sql`
      select entered_at as at, document_id as id, 'paper-sent' as kind, number as title, paper as state, entered_by as by,
        coalesce(sent_to, person_id) as person
      from register.paper_sent
      where ${organisationId ? sql`organisation_id = ${organisationId}::uuid` : sql`person_id = ${personId}::uuid`}`,
  },
  {
    kind: 'paper-sent',
    field: 'com.activities',
    rows: ({ personId }) => sql`
      select entered_at as at, document_id as id, 'paper-sent' as kind, number as title, paper as state, entered_by as by, sent_to as person
      from register.paper_sent
      where ${personId ? sql`sent_to = ${personId}::uuid and person_id is distinct from ${personId}::uuid` : sql`false`}`,
  },
]
