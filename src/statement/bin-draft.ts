import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { StatementTables } from './tables.ts'

/** A draft that was thrown away; its text comes back with it. */
export interface BinnedDraft {
  id: string
  origin: string | null
  changedAt: Date
  changedBy: string
  binnedAt: Date
  binnedBy: string
  /** Whole days until it is destroyed; 0: tonight. */
  daysLeft: number
}

type Rows = { binned_at: Date | null; binned_by: string | null }
type Keeping = Act<StatementTables>
const days = 14 // as everything that staff deletes

/** Throws a draft away, into the bin beside the drafts. Refuses what is not there (`NOT_FOUND`). */
export async function binDraft(act: Keeping, id: string) {
  await move(act, id, { binned_at: act.at, binned_by: act.by })
  await act.record({ what: 'draft.binned', about: id })
}

/** Takes a draft back as it was. Refuses what does not lie there (`NOT_FOUND`). */
export async function restoreDraft(act: Keeping, id: string) {
  await move(act, id, { binned_at: null, binned_by: null })
  await act.record({ what: 'draft.restored', about: id })
}

/** Drafts that were thrown away in the last fourteen days, the latest first. Its occasion opens the bin. */
export async function draftsInBin(look: Look<StatementTables>): Promise<BinnedDraft[]> {
  look.saw([], [])
  const rows = await look.db
    .selectFrom('register.statement_draft')
    .select(['id', 'origin', 'changed_at as changedAt', 'changed_by as changedBy'])
    .select(['binned_at as binnedAt', 'binned_by as binnedBy'])
    .where('binned_at', 'is not', null)
    .orderBy('binned_at', 'desc')
    .limit(200)
    .execute()
  return rows.flatMap(({ binnedAt, binnedBy, ...row }) =>
    binnedAt && binnedBy
      ? {
          ...{ ...row, binnedAt, binnedBy },
          daysLeft: Math.max(0, Math.floor((binnedAt.getTime() - look.at.getTime()) / 86_400_000) + days),
        }
      : [],
  )
}

// The row policies hide what lies in the bin from whoever does not open it.
async function move(act: Keeping, id: string, to: Rows) {
  await open(act, 'open')
  const { numUpdatedRows } = await act.db
    .updateTable('register.statement_draft')
    .set(to)
    .where('id', '=', id)
    .where('binned_at', to.binned_at ? 'is' : 'is not', null)
    .executeTakeFirst()
  await open(act, '')
  if (numUpdatedRows === 0n) throw new Refusal('NOT_FOUND', 404)
}

async function open(act: Keeping, how: string) {
  const query = sql`select set_config('seloste.bin', ${how}, true)`
  await query.execute(act.db as unknown as Parameters<typeof query.execute>[0]) // an Act's handle is Kysely's own
}
