import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { RecipientTables } from './tables.ts'

/** Switches on again what was stopped. */
export async function liftStop(act: Act<RecipientTables>, id: string) {
  const lifted = await act.db
    .updateTable('register.transfer_stop')
    .set({ lifted_by: act.by, lifted_at: act.at })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning(['kind', 'subject'])
    .executeTakeFirst()
  if (!lifted) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'transfer.opened', about: id, detail: lifted })
}
