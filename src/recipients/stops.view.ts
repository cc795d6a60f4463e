import type { Look } from '#ledger'
import type { RecipientTables } from './tables.ts'

/** The tools and processors that are switched off now. */
export async function stopsInForce(look: Look<RecipientTables>) {
  look.saw([], [])
  return look.db
    .selectFrom('register.transfer_stop')
    .select(['id', 'kind', 'subject', 'reason', 'stopped_by as stoppedBy', 'stopped_at as stoppedAt'])
    .where('lifted_at', 'is', null)
    .orderBy('stopped_at')
    .execute()
}
