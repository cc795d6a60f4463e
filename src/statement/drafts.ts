import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { StatementTables } from './tables.ts'

/** A statement being written. Its text may be unreadable for a while; nothing follows from it until it is published. */
export interface StatementDraft {
  id: string
  source: string
  /** The old prose it was read from, where there was one. */
  origin: string | null
  revision: number
  changedAt: Date
  changedBy: string
}

const columns = ['id', 'source', 'origin', 'revision', 'changed_at as changedAt', 'changed_by as changedBy'] as const

/** Every draft, the latest change first. */
export async function draftsOf(look: Look<StatementTables>): Promise<StatementDraft[]> {
  look.saw([], [])
  return look.db.selectFrom('register.statement_draft').select(columns).orderBy('changed_at', 'desc').execute()
}

export async function draftOf(look: Look<StatementTables>, id: string): Promise<StatementDraft> {
  look.saw([], [])
  const draft = await look.db
    .selectFrom('register.statement_draft')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!draft) throw new Refusal('NOT_FOUND', 404)
  return draft
}

/** The text of a draft at one revision, for a change that rests on it. */
export async function sourceAt(act: Act<StatementTables>, { id, revision }: { id: string; revision: number }) {
  const draft = await act.db
    .selectFrom('register.statement_draft')
    .select('source')
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return draft ? draft.source : refuseStale(act, id)
}

/** Begins a draft from a text. */
export async function beginDraft(
  act: Act<StatementTables>,
  { source, origin }: { source: string; origin: string | null },
) {
  const { id } = await act.db
    .insertInto('register.statement_draft')
    .values({ source, origin, created_at: act.at, changed_at: act.at, changed_by: act.by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await act.record({ what: 'draft.begun', about: id })
  return id
}

/** Changes a draft's text, unless somebody else changed it since this revision. */
export async function changeDraft(act: Act<StatementTables>, change: { id: string; revision: number; source: string }) {
  const changed = await act.db
    .updateTable('register.statement_draft')
    .set((eb) => ({ source: change.source, revision: eb('revision', '+', 1), changed_at: act.at, changed_by: act.by }))
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await refuseStale(act, change.id)
  await act.record({ what: 'draft.changed', about: change.id, detail: { revision: change.revision + 1 } })
}

/** Ends a draft that was published: the version keeps its text. */
export async function dropDraft(act: Act<StatementTables>, id: string) {
  const { numDeletedRows } = await act.db.deleteFrom('register.statement_draft').where('id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'draft.dropped', about: id })
}

async function refuseStale(act: Act<StatementTables>, id: string): Promise<never> {
  const row = await act.db
    .selectFrom('register.statement_draft')
    .select('revision')
    .where('id', '=', id)
    .executeTakeFirst()
  throw row ? new Refusal('EDITED_MEANWHILE', 409, { revision: row.revision }) : new Refusal('NOT_FOUND', 404)
}
