import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type FieldWish, withField } from './draft-field.ts'
import { changeDraft, sourceAt } from './drafts.ts'
import { readStatement } from './read.ts'
import { rewritten } from './rewritten.ts'
import type { StatementTables } from './tables.ts'

/** Writes a new field into a draft's text, unless somebody else changed the draft since this revision. Answers the field's id. */
export async function addField(act: Act<StatementTables>, added: { id: string; revision: number; wish: FieldWish }) {
  const { id, revision, wish } = added
  const source = await sourceAt(act, added)
  const { statement } = readStatement(source)
  if (!statement) throw new Refusal('STATEMENT_UNREADABLE', 422)
  const next = withField(statement, wish)
  await changeDraft(act, { id, revision, source: rewritten(source, statement, next.statement) })
  return next.field
}
