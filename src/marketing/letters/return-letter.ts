import { sql } from 'kysely'
import { type ChoicesReach, object } from '#choices'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { InForce } from '#register'
import { refuseUnlessWrites } from '../may-write.ts'
import type { MarketingReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { readLetterCode } from './letter.ts'

export const returnReasons = ['moved', 'unknown-at-address', 'deceased', 'refused'] as const
export type ReturnReason = (typeof returnReasons)[number]

export interface Returned {
  code: string
  reason: ReturnReason
}

/**
 * S12.6: a letter came back, so its address is not used until somebody has settled it. Who sent it back unwanted has objected to
 * letters (S12.16): that needs no form.
 */
export async function returnLetter(
  act: Act<MarketingReach & ChoicesReach>,
  inForce: InForce,
  { code, reason }: Returned,
) {
  refuseUnlessWrites(inForce, act)
  const typed = readLetterCode(code)
  if (!typed) throw new Refusal('LETTER_CODE_NOT_VALID', 422, { field: 'code' })
  const [letter] = await rowsOf<{ id: string; personId: string | null }>(
    act.db,
    sql<{ id: string; personId: string | null }>`
      update register.campaign_recipient set state = 'bounced', code = ${reason === 'refused' ? 'LETTER_REFUSED' : 'LETTER_RETURNED'}, settled_at = ${act.at}
      where channel = 'post' and right(id::text, 12) = ${typed} and state in ('sent', 'bounced') returning id, person_id as "personId"`,
  )
  if (!letter) throw new Refusal('LETTER_UNKNOWN', 404, { field: 'code' })
  const { id, personId } = letter
  await act.record({ what: 'letter.returned', about: id, detail: { reason } })
  if (!personId) return { id, personId }
  if (reason === 'refused') await object(act, { personId, scope: 'channel', channel: 'post', via: 'letter' })
  else await noteUndeliverable(act, personId, reason)
  return { id, personId }
}

async function noteUndeliverable(act: Act<MarketingReach>, personId: string, reason: string) {
  await rowsOf(
    act.db,
    sql`insert into register.undeliverable (id, person_id, channel, value_id, reason, noted_at, noted_by)
      select ${newId(act.at.getTime())}, ${personId}, 'post', place.id, ${reason}, ${act.at}, ${act.by}
      from seloste.address_for(${personId}, 'post', ${dayInHelsinki(act.at)}::date) place on conflict do nothing`,
  )
  await act.record({ what: 'address.undeliverable', about: personId, detail: { channel: 'post', reason } })
}
