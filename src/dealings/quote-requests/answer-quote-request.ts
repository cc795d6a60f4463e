import { sql } from 'kysely'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { afterRequest, settled } from './quote-request.ts'

/** S6.2: a quote of the request was issued, so it is answered. A next version, or another quote, changes nothing more. */
export async function answerQuoteRequest(act: Act<DealingsReach>, id: string, quoteId: string) {
  const held = await waiting(act, id)
  const state = held && afterRequest('answer', held.state)
  if (!held || !state) return
  await act.db
    .updateTable('register.quote_request')
    .set({
      ...{ state, revision: held.revision + 1 },
      ...settled('answer', { reason: null, today: dayInHelsinki(act.at) }),
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'quote-request.answered', about: id, detail: { quote: quoteId } })
}

/** The quote that answered was taken back: the request waits again, unless another quote answers it. */
export async function reopenUnanswered(act: Act<DealingsReach>, id: string) {
  const held = await waiting(act, id)
  if (held?.state !== 'answered') return
  const [other] = await rowsOf(
    act,
    sql`select from register.quote where quote_request_id = ${id}::uuid and version > 0 and state <> 'withdrawn' limit 1`,
  )
  if (other) return
  await act.db
    .updateTable('register.quote_request')
    .set({ state: 'open', settled_on: null, reason: null, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'quote-request.reopened', about: id, detail: { from: held.state } })
}

async function waiting(act: Act<DealingsReach>, id: string) {
  return act.db
    .selectFrom('register.quote_request')
    .select(['state', 'revision'])
    .where('id', '=', id)
    .where('binned_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}
