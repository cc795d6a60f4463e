import { type RawBuilder, sql } from 'kysely'
import type { TimelinePage, TimelinePart, TimelineParty } from '#lists'
import { peopleOfCompany } from '#register'
import { workField } from './party-of-work.ts'

type Rows = (whose: RawBuilder<unknown>) => RawBuilder<unknown>

const rowsOfKind: Readonly<Record<'note' | 'activity' | 'task' | 'document', Rows>> = {
  note: (whose) => sql`
    select at, id, 'note' as kind, left(text, 1200) as title, case when changed_at is null then null else 'changed' end as state,
      entered_by as by, person_id as person
    from register.note where ${whose}`,
  activity: (whose) => sql`
    select at, id, kind, title, state, entered_by as by, person_id as person from register.activity where ${whose}`,
  task: (whose) => sql`
    select at, id, 'task' as kind, title, case when done_at is null then 'open' else 'done' end as state, assigned_to as by, person_id as person
    from register.task where ${whose}`,
  document: (whose) => sql`
    select at, id, 'document' as kind, name as title, null::text as state, entered_by as by, person_id as person
    from register.document where ${whose}`,
}

/** Notes, activities, tasks and documents on a timeline: of the person or the company, and on a company's also those of its people. */
export const workTimeline: readonly TimelinePart[] = [
  ...Object.entries(rowsOfKind).flatMap(([kind, rows]): TimelinePart[] => [
    { kind, field: workField, hangs: true, rows: (party) => rows(whose(party)) },
    { kind, field: workField, also: 'person.name', rows: (party, page) => ofPeople(rows, party, page) },
  ]),
  // Others took part in it: it stands on their timelines too.
  {
    kind: 'activity',
    field: workField,
    rows: ({ personId }) => rowsOfKind.activity(personId ? sql`people @> array[${personId}::uuid]` : sql`false`),
  },
]

function whose({ personId, organisationId, subjectId }: TimelineParty) {
  const party = personId ? sql`person_id = ${personId}::uuid` : sql`organisation_id = ${organisationId}::uuid`
  return subjectId ? sql`${party} and subject_id = ${subjectId}::uuid` : party
}

// From each of its people the newest of the page by that person's index, so that a company costs as its people are many, not as their notes are.
function ofPeople(rows: Rows, { organisationId }: TimelineParty, { limit, before }: TimelinePage) {
  if (!organisationId) return sql`${rows(sql`false`)}`
  const earlier = before ? sql`and (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``
  // What is also the company's own stands there already; what was written before somebody came or after they left is not about it.
  const theirs = sql`person_id = theirs.person_id and organisation_id is distinct from ${organisationId}::uuid
    and at >= theirs.since::timestamp at time zone 'Europe/Helsinki'
    and (theirs.left_on is null or at < (theirs.left_on + 1)::timestamp at time zone 'Europe/Helsinki') ${earlier} order by at desc, id desc limit ${limit}`
  return sql`select newest.* from (${peopleOfCompany(organisationId)}) theirs cross join lateral (${rows(theirs)}) newest`
}
