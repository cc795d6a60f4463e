import type { Act, Look } from '#ledger'
import { paperOpen, receiptsOpen } from '#recipients'
import { minimiseRequest } from './minimise-request.ts'
import { lockedRequest, moveRequest, type RequestRow } from './move-request.ts'
import type { RightsReach } from './tables.ts'

/** The person has their answer. */
export async function answerRequest<T>(act: Act<T>, held: RequestRow): Promise<RequestRow> {
  return moveRequest(act as never, held, { event: 'reply', set: { replied_at: act.at } })
}

// C2: the answer never waits for receipts; the case does. Art. 19, S9.8, S10.7–8: of an erasure every recipient has
// confirmed or refused, and every paper is destroyed; an access case has had its papers searched.
/** Closes an answered request, or says that it waits for others, under the machine duty `rights`. Answers whether it changed. */
export async function settleRequest(act: Act<RightsReach>, id: string): Promise<boolean> {
  const held = await lockedRequest(act, { id })
  const isOpen = await isOutstanding(act, held)
  if (held.state === 'replied' && isOpen) await moveRequest(act, held, { event: 'propagation' })
  else if (!isOpen) await close(act, held)
  else return false
  return true
}

async function isOutstanding(act: Act<RightsReach>, held: RequestRow): Promise<boolean> {
  const { person_id: personId, kind } = held
  if (!personId) return false
  // The views want a Look; this is a deed, and what it learns is a number.
  const reading = { ...act, saw: () => undefined } as unknown as Look<RightsReach>
  const receipts = isTold(kind) ? await receiptsOpen(reading, personId) : []
  const isOnPaper = kind === 'erasure' || (kind === 'access' && !held.paper_searched_at)
  const papers = isOnPaper ? await paperOpen(reading, personId) : []
  return receipts.length + papers.length > 0
}

/** Art. 19 GDPR: of these, every recipient of the data is told. */
export function isTold(kind: RequestRow['kind']): boolean {
  return kind === 'erasure' || kind === 'rectification' || kind === 'restriction' || kind === 'objection'
}

// Art. 17: of an erased person the case keeps no word; other cases keep theirs for the period of their class.
async function close(act: Act<RightsReach>, held: RequestRow) {
  await moveRequest(act, held, { event: 'closure', set: { closed_at: act.at } })
  if (held.kind === 'erasure') await minimiseRequest(act, held.id)
}
