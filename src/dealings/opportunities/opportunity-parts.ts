import { sql } from 'kysely'
import type { DayPart, TimelinePart, WorkTrigger } from '#lists'
import { addDays } from '#platform/finnish-calendar'

const inUse = sql`binned_at is null`

/** Opportunities on the timeline of their customer, and of whoever is talked with. */
export const opportunitiesTimeline: readonly TimelinePart[] = [
  {
    kind: 'opportunity',
    field: 'com.quotes',
    rows: ({ personId, organisationId }) => sql`
      select entered_at as at, id, 'opportunity' as kind, title, state, entered_by as by, person_id as person from register.opportunity
      where ${inUse} and ${organisationId ? sql`organisation_id = ${organisationId}::uuid` : sql`person_id = ${personId}::uuid`}`,
  },
  {
    kind: 'opportunity',
    field: 'com.quotes',
    rows: ({ personId }) => sql`
      select entered_at as at, id, 'opportunity' as kind, title, state, entered_by as by, contact_person_id as person from register.opportunity
      where ${inUse} and ${personId ? sql`contact_person_id = ${personId}::uuid and person_id is distinct from ${personId}::uuid` : sql`false`}`,
  },
]

/** One's own opportunities that should close within a week, or should have. */
export const opportunitiesDay: readonly DayPart[] = [
  {
    kind: 'opportunity',
    field: 'com.quotes',
    writes: 'com.quotes',
    rows: ({ by, today, most }) => sql`
      select id, title, expected_close as day, state, coalesce(person_id, contact_person_id) as person, organisation_id as organisation
      from register.opportunity
      where state = 'open' and ${inUse} and owner = ${by} and expected_close <= ${addDays(today, 7)}::date
      order by expected_close, id limit ${most}`,
  },
]

/** An opportunity comes into a stage: a rule may begin a task there. */
export const opportunityTriggers: readonly WorkTrigger[] = [
  {
    name: 'stage-entered',
    subject: 'opportunity',
    field: 'com.quotes',
    asks: ['stage'],
    rows: ({ since, stage }) => sql`
      select id, coalesce(person_id, contact_person_id) as person, organisation_id as organisation,
        extract(epoch from stage_since)::text as occasion
      from register.opportunity where stage_since >= ${since} and stage_id = ${stage}::uuid and ${inUse}`,
  },
]
