import { sql } from 'kysely'
import type { FinderPart } from '#lists'
import { workField } from './party-of-work.ts'

// Art. 18 GDPR: what was written of somebody whose data are restricted is not offered for use.
const usable = (kind: string) => sql`not seloste.is_masked(${sql.ref(`${kind}.person_id`)})`

const ofWork = (kind: string) => ({
  ...{ kind, field: workField, table: `register.${kind}`, words: `register.${kind}_words` },
  ...{ person: sql.ref(`${kind}.person_id`), organisation: sql.ref(`${kind}.organisation_id`) },
  where: usable(kind),
})

/** Tasks, documents, notes and activities by their words. */
export const workFinder: readonly FinderPart[] = [
  {
    ...ofWork('task'),
    ...{ title: sql.ref('task.title'), state: sql`case when task.done_at is null then 'open' else 'done' end` },
  },
  { ...ofWork('document'), title: sql.ref('document.name') },
  { ...ofWork('note'), title: sql`left(note.text, 2000)` },
  {
    ...ofWork('activity'),
    ...{ title: sql.ref('activity.title'), state: sql.ref('activity.state'), sort: sql.ref('activity.kind') },
    others: sql.ref('activity.people'),
    where: sql`${usable('activity')} and not exists (select from unnest(activity.people) one where seloste.is_masked(one))`,
  },
]
