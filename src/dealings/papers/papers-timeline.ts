import { sql } from 'kysely'
import type { TimelinePart } from '#lists'

// What was sent opens where the document opens.
const kind = sql`case paper when 'quote' then 'quote' when 'order-confirmation' then 'order' when 'delivery-note' then 'delivery'
  when 'reminder' then 'reminder' else 'invoice' end`

/** Papers that were mailed, on the timeline of their customer and of whoever got them. */
export const papersTimeline: readonly TimelinePart[] = [
  {
    kind: 'paper-sent',
    field: 'com.activities',
    rows: ({ personId, organisationId }) => sql`
      select entered_at as at, document_id as id, ${kind} as kind, number as title, case when state <> 'sent' then state end as state, entered_by as by,
        coalesce(sent_to, person_id) as person
      from register.paper_sent
      where ${organisationId ? sql`organisation_id = ${organisationId}::uuid` : sql`person_id = ${personId}::uuid`}`,
  },
  {
    kind: 'paper-sent',
    field: 'com.activities',
    rows: ({ personId }) => sql`
      select entered_at as at, document_id as id, ${kind} as kind, number as title, case when state <> 'sent' then state end as state, entered_by as by, sent_to as person
      from register.paper_sent
      where ${personId ? sql`sent_to = ${personId}::uuid and person_id is distinct from ${personId}::uuid` : sql`false`}`,
  },
]
