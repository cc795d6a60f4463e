import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type Deadlines, deadlinesOf, legalProfile } from './legal-profile.ts'
import { changeRequest, lockedRequest, moveRequest, type RequestRow, type Wish } from './move-request.ts'
import { afterRequest } from './request.ts'
import type { RightsReach, RightsTables } from './tables.ts'
import { noteOnRequest } from './timeline.ts'

export type ExtensionReason = 'complexity' | 'number'

/** When a request is due once it is extended. */
export function extendedDue(held: Pick<RequestRow, 'profile' | 'received_at' | 'paused_days'>): Deadlines {
  return deadlinesOf(legalProfile(held.profile), {
    receivedOn: dayInHelsinki(held.received_at),
    pausedDays: held.paused_days,
    extended: true,
  })
}

/** Keeps why a request is to be extended. It is extended when the letter that says so has gone, and not before. */
export async function prepareExtension(act: Act<RightsReach>, { reason, ...wish }: Wish & { reason: ExtensionReason }) {
  const held = await lockedRequest(act, wish)
  if (held.extended_at) throw new Refusal('EXTENDED_ALREADY', 409, { clause: 'S12.3' })
  if (!afterRequest('extension', held.state))
    throw new Refusal('REQUEST_STATE', 409, { state: held.state, event: 'extension', clause: 'S12.3' })
  if (dayInHelsinki(act.at) > held.due_on) throw new Refusal('EXTENSION_TOO_LATE', 409, { clause: 'S12.3' })
  await noteOnRequest(act, held.id, { what: 'extension-prepared', code: reason })
  return changeRequest(act, held, { extension_reason: reason })
}

/** Art. 12(3): two months more, for complexity or number, told with reasons within the first month. */
export async function extendRequest<T extends RightsTables>(act: Act<T>, held: RequestRow): Promise<RequestRow> {
  // A letter that reached nobody in time extends nothing.
  const isInTime = dayInHelsinki(act.at) <= held.due_on
  if (held.extended_at || !held.extension_reason || !isInTime || !afterRequest('extension', held.state)) return held
  const { dueOn, internalDueOn } = extendedDue(held)
  return moveRequest(act, held, {
    event: 'extension',
    code: held.extension_reason,
    set: { extended_at: act.at, due_on: dueOn, internal_due_on: internalDueOn },
  })
}
