import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { refuseEdited, refuseUnseenContact } from '../deal-parts.ts'
import { ofStaff } from '../opportunities/open-opportunity.ts'
import type { DealingsReach } from '../reach.ts'
import { columnsSaid, type SaidInQuote } from './draft-quote.ts'
import { lockedQuote } from './locked-quote.ts'

export interface QuoteChange extends SaidInQuote {
  id: string
  revision?: number
  owner?: string | null
}

/** Changes a quote that is being written. What was sent changes by a revision only, but for who looks after it. */
export async function changeQuote(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, revision, owner, ...said }: QuoteChange,
) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const held = await lockedQuote(act, id)
  refuseEdited(held, revision)
  const isOnlyOwner = Object.keys(said).length === 0
  if (held.state !== 'draft' && !(held.state === 'sent' && isOnlyOwner))
    throw new Refusal('QUOTE_STATE', 409, { clause: 'S6.2', state: held.state })
  await refuseUnseenContact(act, said.contact)
  await act.db
    .updateTable('register.quote')
    .set({
      ...columnsSaid(act, said),
      ...(owner === undefined ? {} : { owner: owner && (await ofStaff(act, owner, held.owner)) }),
      ...{ changed_at: act.at, revision: held.revision + 1 },
    })
    .where('id', '=', id)
    .execute()
  const changed = [...Object.keys(said), ...(owner === undefined ? [] : ['owner'])].sort()
  await act.record({ what: 'quote.changed', about: id, detail: { changed } })
}
