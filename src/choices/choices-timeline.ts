import { sql } from 'kysely'
import type { TimelinePart } from '#lists'

/** What somebody chose, on their timeline: consents given and withdrawn, objections. */
export const choicesTimeline: readonly TimelinePart[] = [
  {
    kind: 'choice',
    field: 'sys.consent',
    rows: ({ personId }) => sql`
      select at, id, 'consent-' || channel as kind, null::text as title, state, by, person_id as person from register.consent_event
      where ${personId ? sql`person_id = ${personId}::uuid` : sql`false`}`,
  },
  {
    kind: 'choice',
    field: 'sys.consent',
    rows: ({ personId, organisationId }) => sql`
      select at, id, 'objection' as kind, null::text as title, case when lifted_at is not null then 'lifted' end as state, by,
        person_id as person
      from register.objection
      where ${personId ? sql`person_id = ${personId}::uuid` : sql`organisation_id = ${organisationId}::uuid`}`,
  },
]
