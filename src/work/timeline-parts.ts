import { type RawBuilder, sql } from 'kysely'
import type { TimelinePart, TimelineParty } from '#lists'
import { workField } from './party-of-work.ts'

/** Notes, activities, tasks and documents on a timeline. */
export const workTimeline: readonly TimelinePart[] = [
  part(
    'note',
    (whose) => sql`
    select at, id, 'note' as kind, left(text, 1200) as title, case when changed_at is null then null else 'changed' end as state,
      entered_by as by, person_id as person
    from register.note where ${whose}`,
  ),
  part(
    'activity',
    (whose) => sql`
    select at, id, kind, title, state, entered_by as by, person_id as person from register.activity where ${whose}`,
  ),
  part(
    'task',
    (whose) => sql`
    select at, id, 'task' as kind, title, case when done_at is null then 'open' else 'done' end as state, assigned_to as by, person_id as person
    from register.task where ${whose}`,
  ),
  part(
    'document',
    (whose) => sql`
    select at, id, 'document' as kind, name as title, null::text as state, entered_by as by, person_id as person
    from register.document where ${whose}`,
  ),
  // Others took part in it: it stands on their timelines too.
  part(
    'activity',
    (_, { personId }) => sql`
    select at, id, kind, title, state, entered_by as by, person_id as person from register.activity
    where ${personId ? sql`people @> array[${personId}::uuid]` : sql`false`}`,
  ),
]

function part(
  kind: string,
  rows: (whose: RawBuilder<unknown>, party: TimelineParty) => RawBuilder<unknown>,
): TimelinePart {
  return {
    kind,
    field: workField,
    rows: (party) => {
      const { personId, organisationId } = party
      return rows(personId ? sql`person_id = ${personId}::uuid` : sql`organisation_id = ${organisationId}::uuid`, party)
    },
  }
}
