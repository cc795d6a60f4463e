import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { reopenUnanswered } from '../quote-requests/answer-quote-request.ts'
import type { DealingsReach } from '../reach.ts'
import { lockedQuote } from './locked-quote.ts'
import { afterQuote } from './quote.ts'

/**
 * Opens a quote for its next version, or takes it back. The version that was sent stands while the next is written, and the customer
 * may accept it until then; what was taken back nobody accepts.
 */
export async function moveQuote(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, event }: { id: string; event: 'revision' | 'withdrawal' },
) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const held = await lockedQuote(act, id)
  const state = afterQuote(event, held.state)
  if (!state) throw new Refusal('QUOTE_STATE', 409, { clause: 'S6.2', state: held.state })
  if (event === 'withdrawal')
    await act.db
      .updateTable('register.quote_version')
      .set({ state: 'withdrawn' })
      .where('quote_id', '=', id)
      .where('state', '=', 'sent')
      .execute()
  await act.db
    .updateTable('register.quote')
    .set({ state, changed_at: act.at, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: event === 'revision' ? 'quote.reopened' : 'quote.withdrawn', about: id })
  if (event === 'withdrawal' && held.quote_request_id) await reopenUnanswered(act, held.quote_request_id)
}
