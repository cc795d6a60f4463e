import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { lockedRequest, moveRequest, type RequestRow, type Wish } from './move-request.ts'
import type { Outcome, RefusalGround } from './request.ts'
import type { RightsReach } from './tables.ts'

/** S12.9: asks what is meant. The due day stays, and nothing is refused for being unclear. */
export async function askClarification(act: Act<RightsReach>, wish: Wish) {
  return moveRequest(act, await lockedRequest(act, wish), { event: 'clarification-question' })
}

export async function takeClarification(act: Act<RightsReach>, { text, ...wish }: Wish & { text: string }) {
  const held = await lockedRequest(act, wish)
  const said = [held.said, text.trim()].filter(Boolean).join('\n\n')
  if (said.length > 20_000) throw new Refusal('TEXT_TOO_LONG', 422, { field: 'text', limit: 20_000 })
  await act.db
    .updateTable('register.rights_item')
    .set({ state: 'open' })
    .where('request_id', '=', held.id)
    .where('state', '=', 'needs-info')
    .execute()
  return moveRequest(act, held, { event: 'clarification', set: { said } })
}

/** Grants a request, whole or in part. What is then done is the kind's own deed. */
export async function grantRequest(
  act: Act<RightsReach>,
  { partly = false, ...wish }: Wish & { partly?: boolean },
): Promise<RequestRow> {
  const held = await weighed(act, await lockedRequest(act, wish))
  const outcome: Outcome = partly ? 'partly' : 'granted'
  return moveRequest(act, held, { event: 'grant', code: outcome, set: { outcome, decided_at: act.at } })
}

/** Art. 12(4)–(5): refuses on a ground of the closed list; the letter says why, and where to turn. */
export async function refuseRequest(
  act: Act<RightsReach>,
  { ground, ...wish }: Wish & { ground: RefusalGround },
): Promise<RequestRow> {
  const held = await weighed(act, await lockedRequest(act, wish))
  if (held.kind === 'objection-to-marketing')
    throw new Refusal('MARKETING_OBJECTION_IS_ABSOLUTE', 409, { clause: 'S12.16' })
  const outcome = ground === 'not-provided-or-no-consent-or-contract' ? 'not-applicable' : 'refused'
  return moveRequest(act, held, {
    event: 'refusal',
    code: ground,
    set: { outcome, refusal_ground: ground, decided_at: act.at },
  })
}

/** The person took the request back; what was done at once stays done. */
export async function withdrawRequest(act: Act<RightsReach>, wish: Wish) {
  const held = await lockedRequest(act, wish)
  return moveRequest(act, held, {
    event: 'withdrawal',
    set: { outcome: 'withdrawn', asked_on: null, closed_at: act.at },
  })
}

async function weighed(act: Act<RightsReach>, held: RequestRow): Promise<RequestRow> {
  if (held.identity !== 'proven' && held.identity !== 'not-needed')
    throw new Refusal('IDENTITY_OPEN', 409, { clause: 'S12.5' })
  if (!held.person_id && held.kind !== 'complaint') throw new Refusal('PERSON_NOT_CHOSEN', 409, { clause: 'S12.5' })
  return held.state === 'deciding' ? held : moveRequest(act, held, { event: 'weighing' })
}
