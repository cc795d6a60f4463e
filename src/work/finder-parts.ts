import { sql } from 'kysely'
import type { FinderPart } from '#lists'
import { workField } from './party-of-work.ts'

/** Tasks and documents by their words. */
export const workFinder: readonly FinderPart[] = [
  {
    ...{ kind: 'task', field: workField, table: 'register.task', words: 'register.task_words' },
    ...{ title: sql.ref('task.title'), state: sql`case when task.done_at is null then 'open' else 'done' end` },
    ...{ person: sql.ref('task.person_id'), organisation: sql.ref('task.organisation_id') },
  },
  {
    ...{ kind: 'document', field: workField, table: 'register.document', words: 'register.document_words' },
    title: sql.ref('document.name'),
    ...{ person: sql.ref('document.person_id'), organisation: sql.ref('document.organisation_id') },
  },
]
