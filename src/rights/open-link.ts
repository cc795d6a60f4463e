import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { proveIdentity } from './identify-requester.ts'
import { digestOfLink } from './links.ts'
import { lockedRequest } from './move-request.ts'
import type { RightsReach } from './tables.ts'
import { noteOnRequest } from './timeline.ts'
import { peopleWithAddress } from './whose-address.ts'

/** What came of opening an identity link: proven, or only that the mailbox is theirs. */
export type Opened = 'proven' | 'mailbox-only'

// S12.5: the lightest proof is a link to the mailbox. Opening the page proves nothing (scanners open links); pressing the button does.
/** Takes the press of the button behind an identity link, under the machine duty `rights`. Once. */
export async function proveByLink(act: Act<RightsReach>, token: string): Promise<Opened> {
  const link = await usableLink(act, token, 'identity')
  const digest = digestOfLink(token)
  await act.db.updateTable('register.rights_link').set({ used_at: act.at }).where('digest', '=', digest).execute()
  const held = await lockedRequest(act, { id: link.request_id })
  const holders = held.person_id ? [held.person_id] : held.reply_to ? await peopleWithAddress(act, held.reply_to) : []
  const [only] = holders
  if (held.state !== 'identifying' || held.doubt_reason === 'shared-mailbox' || holders.length !== 1 || !only) {
    await noteOnRequest(act, held.id, { what: 'mailbox-confirmed' })
    return 'mailbox-only'
  }
  await proveIdentity(act, { id: held.id, method: 'address-loop', personId: only })
  return 'proven'
}

/** The link of a token that still opens what it was made for. */
export async function usableLink(
  act: Pick<Act<RightsReach> | Look<RightsReach>, 'db' | 'at'>,
  token: string,
  opens: 'identity' | 'package' | 'code',
  code = '',
) {
  const link = await act.db
    .selectFrom('register.rights_link')
    .select(['request_id', 'expires_at', 'used_at'])
    .where('digest', '=', digestOfLink(token, code))
    .where('opens', '=', opens)
    .executeTakeFirst()
  if (!link) throw new Refusal(opens === 'code' ? 'CODE_NOT_RIGHT' : 'LINK_NOT_KNOWN', opens === 'code' ? 422 : 404)
  if (link.expires_at <= act.at || (opens === 'identity' && link.used_at)) throw new Refusal('LINK_EXPIRED', 410)
  return link
}
