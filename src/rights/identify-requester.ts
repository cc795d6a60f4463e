import type { Act } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { deadlinesOf, legalProfile } from './legal-profile.ts'
import { lockedRequest, moveRequest, type RequestRow, type Wish } from './move-request.ts'
import type { DoubtReason, IdentityMethod } from './request.ts'
import type { RightsReach, RightsTables } from './tables.ts'

export interface IdentityQuestion extends Wish {
  /** Art. 12(6): extra proof is asked for on reasonable doubt only, and the reason is kept. */
  doubt: DoubtReason
  personId?: string | null
}

/** Asks who somebody is. The clock stands still while we wait, if the question came without delay (EDPB 01/2022, 5.3). */
export async function askIdentity(act: Act<RightsReach>, { doubt, personId, ...wish }: IdentityQuestion) {
  const held = await lockedRequest(act, wish)
  const today = dayInHelsinki(act.at)
  const { promptDays } = legalProfile(held.profile)
  const isPrompt = today <= addDays(dayInHelsinki(held.received_at), promptDays)
  return moveRequest(act, held, {
    event: 'identity-question',
    code: doubt,
    set: {
      ...{ identity: 'asked', doubt_reason: doubt, asked_on: held.asked_on ?? (isPrompt ? today : null) },
      ...(personId === undefined ? {} : { person_id: personId }),
    },
  })
}

export interface IdentityProof extends Wish {
  method: IdentityMethod
  /** Whose data it is: of two who share a mailbox, the one who is proven. */
  personId: string
}

/** Keeps by which means a person proved who they are: the means only, never a copy of anything. */
export async function proveIdentity(act: Act<RightsReach>, { method, personId, ...wish }: IdentityProof) {
  const held = await lockedRequest(act, wish)
  // A mailbox that two people read tells which mailbox it was, and not which of the two.
  const isAddress = method === 'known-address' || method === 'address-loop'
  if (isAddress && held.doubt_reason === 'shared-mailbox')
    throw new Refusal('MAILBOX_IS_SHARED', 409, { clause: 'S12.5' })
  if (held.capacity !== 'self' && !held.mandate && method !== 'mandate')
    throw new Refusal('MANDATE_MISSING', 409, { clause: 'S12.14' })
  return moveRequest(act, held, {
    event: 'identity-proof',
    code: method,
    set: { ...clockGoesOn(held, act.at), identity: 'proven', identity_method: method, person_id: personId },
  })
}

/** Art. 11(2), 12(2): it cannot be told who asks. They get an answer that says so. */
export async function failIdentity(act: Act<RightsReach>, wish: Wish) {
  const held = await lockedRequest(act, wish)
  return moveRequest(act, held, {
    event: 'identity-failure',
    set: { ...clockGoesOn(held, act.at), identity: 'impossible', outcome: 'cannot-identify', decided_at: act.at },
  })
}

/** The due days, moved on by the days that the clock stood still. */
export function clockGoesOn(
  held: RequestRow,
  at: Date,
): Partial<Pick<RequestRow, 'asked_on' | 'paused_days' | 'due_on' | 'internal_due_on'>> {
  if (!held.asked_on) return {}
  const days = Math.round((Date.parse(dayInHelsinki(at)) - Date.parse(held.asked_on)) / 86_400_000)
  const paused_days = held.paused_days + Math.max(0, days)
  const due = deadlinesOf(legalProfile(held.profile), {
    receivedOn: dayInHelsinki(held.received_at),
    pausedDays: paused_days,
    extended: held.extended_at !== null,
  })
  return { asked_on: null, paused_days, due_on: due.dueOn, internal_due_on: due.internalDueOn }
}

/** Says whose data a request is about, where nobody had to prove it. */
export async function takeUp<T extends RightsTables>(act: Act<T>, wish: Wish) {
  const held = await lockedRequest(act, wish)
  if (held.identity !== 'proven' && held.identity !== 'not-needed')
    throw new Refusal('IDENTITY_OPEN', 409, { clause: 'S12.5' })
  return moveRequest(act, held, { event: 'identity-proof', code: held.identity_method })
}
