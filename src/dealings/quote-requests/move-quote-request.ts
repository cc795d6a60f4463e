import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter, textOfDeal } from '#register'
import type { DealingsReach } from '../reach.ts'
import { lockedQuoteRequest } from './locked-quote-request.ts'
import { afterRequest, type EventByHand, settled } from './quote-request.ts'

export interface RequestMove {
  id: string
  event: EventByHand
  /** Why, in words: needed where it is declined. */
  reason?: string | null
}

const said = { decline: 'declined', withdrawal: 'withdrawn', reopening: 'reopened' } as const

/** Declines a request, notes that the customer withdrew it, or opens it again. */
export async function moveQuoteRequest(act: Act<DealingsReach>, inForce: InForce, { id, event, reason }: RequestMove) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const held = await lockedQuoteRequest(act, id)
  // A colleague opened it first: it is neither answered nor closed.
  if (event === 'reopening' && held.state === 'open')
    throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  const state = afterRequest(event, held.state)
  if (!state) throw new Refusal('QUOTE_REQUEST_STATE', 409, { clause: 'S6.2', state: held.state })
  const why = settled(event, { reason: textOfDeal('reason', reason, 2000), today: dayInHelsinki(act.at) })
  await act.db
    .updateTable('register.quote_request')
    .set({ state, ...why, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: `quote-request.${said[event]}`, about: id, detail: { from: held.state } })
}
