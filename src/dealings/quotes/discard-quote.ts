import type { Act } from '#ledger'
import { intoBin } from '#lists'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { lockedQuote } from './locked-quote.ts'
import { quotesBin } from './quotes-bin.ts'

/** Throws a quote that was never sent into the bin. Refuses one with a number (`QUOTE_STATE`): that one is withdrawn. */
export async function discardQuote(act: Act<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const { number, state } = await lockedQuote(act, id)
  if (number !== null) throw new Refusal('QUOTE_STATE', 409, { clause: 'S6.2', state })
  await intoBin(act, quotesBin, id)
}
