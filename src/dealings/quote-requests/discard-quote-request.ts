import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type BinPart, intoBin } from '#lists'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { lockedQuoteRequest } from './locked-quote-request.ts'

/** A request of an enquiry comes back only while no other has taken its place there: its unique index says so. */
export const quoteRequestsBin: BinPart = {
  kind: 'quote-request',
  table: 'register.quote_request',
  fields: ['com.quotes'],
  title: sql`title`,
  party: 'held',
}

/** Throws a request that was noted by mistake into the bin; one that is closed, or has a quote, stays. */
export async function discardQuoteRequest(act: Act<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const { state } = await lockedQuoteRequest(act, id)
  if (state !== 'open') throw new Refusal('QUOTE_REQUEST_STATE', 409, { clause: 'S6.2', state })
  const [made] = await rowsOf<{ id: string }>(
    act,
    sql<{
      id: string
    }>`select id from register.quote where quote_request_id = ${id}::uuid and binned_at is null and state <> 'withdrawn' limit 1`,
  )
  if (made) throw new Refusal('QUOTE_REQUEST_HAS_QUOTE', 409, { clause: 'S6.2', quote: made.id })
  await intoBin(act, quoteRequestsBin, id)
}
