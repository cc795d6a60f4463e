import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { refuseEdited } from '../deal-parts.ts'
import type { DealingsReach } from '../reach.ts'
import { lockedQuoteRequest } from './locked-quote-request.ts'
import { columnsAsked, type SaidInRequest } from './open-quote-request.ts'

/** Changes a request that waits for its answer. `revision` is the one that the caller read. */
export async function changeQuoteRequest(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, revision, said }: { id: string; revision?: number; said: SaidInRequest },
) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const held = await lockedQuoteRequest(act, id)
  refuseEdited(held, revision)
  if (held.state !== 'open') throw new Refusal('QUOTE_REQUEST_STATE', 409, { clause: 'S6.2', state: held.state })
  await act.db
    .updateTable('register.quote_request')
    .set({ ...(await columnsAsked(act, unlessAsBefore(held, said))), revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'quote-request.changed', about: id, detail: { fields: Object.keys(said).sort() } })
}

// A day that was said in time stays, though it has passed when something else is changed.
function unlessAsBefore(held: { answer_by: string | null; wanted_on: string | null }, said: SaidInRequest) {
  const { answerBy, wantedOn, ...rest } = said
  return {
    ...rest,
    ...(answerBy === undefined || answerBy === held.answer_by ? {} : { answerBy }),
    ...(wantedOn === undefined || wantedOn === held.wanted_on ? {} : { wantedOn }),
  }
}
