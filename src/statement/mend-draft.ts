import type { Act } from '#ledger'
import { type MendWish, mended } from './draft-findings.ts'
import { changeDraft, sourceAt } from './drafts.ts'
import type { StatementTables } from './tables.ts'

/** Mends one finding in a draft's text, unless somebody else changed the draft since this revision. */
export async function mendDraft(act: Act<StatementTables>, mend: { id: string; revision: number; wish: MendWish }) {
  const { id, revision, wish } = mend
  await changeDraft(act, { id, revision, source: mended(await sourceAt(act, mend), wish) })
}
