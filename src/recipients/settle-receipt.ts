import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { RecipientTables } from './tables.ts'

export interface Receipt {
  id: string
  outcome: 'confirmed' | 'refused'
  /** Why it was refused; of a confirmation, a reference. */
  note?: string | null
}

/** S9.8: the receiver has answered. What was kept so that it finds the person is erased with the answer. */
export async function settleReceipt(act: Act<RecipientTables>, { id, outcome, note }: Receipt) {
  const said = note?.trim() || null
  if (outcome === 'refused' && !said) throw new Refusal('VALUE_REQUIRED', 422, { field: 'note', clause: 'S9.8' })
  const settled = await act.db
    .updateTable('register.recipient_notice')
    .set((row) => ({
      ...{ state: outcome, about: null, note: said, settled_at: act.at, settled_by: act.by },
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .returning(['kind', 'receiver'])
    .executeTakeFirst()
  if (!settled) throw new Refusal('RECEIPT_NOT_AWAITED', 409, { clause: 'S9.8' })
  await act.record({ what: `recipient-notice.${outcome}`, about: id, detail: settled })
}
