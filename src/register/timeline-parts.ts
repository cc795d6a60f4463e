import { type RawBuilder, sql } from 'kysely'
import type { TimelinePart, TimelineParty } from '#lists'

/** What the register's own tables put on a timeline: enquiries, notices, and what became of a relationship. */
export const registerTimeline: readonly TimelinePart[] = [
  {
    kind: 'enquiry',
    field: 'com.enquiries',
    rows: (party) => sql`
      select received_at as at, id, channel as kind, left(message, 400) as title, state, coalesce(assigned_to, entered_by) as by, person_id as person
      from register.enquiry where ${whose(party)}`,
  },
  {
    kind: 'notice',
    field: 'person.name',
    rows: ({ personId }) => sql`
      select obtained_at as at, id, 'notice-' || article as kind, null::text as title, state, null::text as by, person_id as person
      from register.notice where ${personId ? sql`person_id = ${personId}::uuid` : sql`false`}`,
  },
  {
    kind: 'relationship',
    field: 'org.name',
    rows: (party) => sql`
      select started_at as at, id, 'relationship-begun' as kind, group_company as title, null::text as state, owner as by, person_id as person
      from register.relationship where ${whose(party)}`,
  },
  {
    kind: 'relationship',
    field: 'org.name',
    rows: (party) => sql`
      select ended_at as at, id, 'relationship-ended' as kind, group_company as title, end_reason as state, owner as by, person_id as person
      from register.relationship where ended_at is not null and moves = '[]' and ${whose(party)}`,
  },
  {
    kind: 'relationship',
    field: 'org.name',
    // A relationship has a handful of them, and a company or a person a handful of relationships.
    rows: (party) => sql`
      select (move ->> 'at')::timestamptz as at, id,
        case when move ->> 'reason' is null then 'relationship-moved' else 'relationship-ended' end as kind, group_company as title,
        coalesce(move ->> 'reason', move ->> 'to') as state, move ->> 'by' as by, person_id as person
      from register.relationship cross join lateral jsonb_array_elements(moves) move where ${whose(party)}`,
  },
]

function whose({ personId, organisationId }: TimelineParty): RawBuilder<unknown> {
  return personId ? sql`person_id = ${personId}::uuid` : sql`organisation_id = ${organisationId}::uuid`
}
