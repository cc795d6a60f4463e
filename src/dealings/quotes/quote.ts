import type { Day } from '#platform/finnish-calendar'

export const quoteStates = ['draft', 'sent', 'accepted', 'declined', 'expired', 'withdrawn'] as const
export type QuoteState = (typeof quoteStates)[number]

export type VersionState = 'sent' | 'accepted' | 'declined' | 'expired' | 'superseded' | 'withdrawn'

export const quoteEvents = ['sending', 'revision', 'acceptance', 'decline', 'expiry', 'withdrawal'] as const
export type QuoteEvent = (typeof quoteEvents)[number]

const moves: Readonly<Record<QuoteEvent, Partial<Record<QuoteState, QuoteState>>>> = {
  sending: { draft: 'sent' },
  revision: { sent: 'draft', declined: 'draft', expired: 'draft', withdrawn: 'draft' },
  // A draft may stand on a version that was sent and still holds: the customer answers that one.
  acceptance: { sent: 'accepted', draft: 'accepted' },
  decline: { sent: 'declined', draft: 'declined' },
  expiry: { sent: 'expired' },
  withdrawal: { draft: 'withdrawn', sent: 'withdrawn' },
}

/** The state of a quote after an event, or null where the event does not apply. */
export function afterQuote(event: QuoteEvent, state: QuoteState): QuoteState | null {
  return moves[event][state] ?? null
}

/** What staff may do with a quote now; `waits`: one of its versions is with the customer. */
export function eventsOfQuote(state: QuoteState, waits: boolean): QuoteEvent[] {
  return quoteEvents.filter(
    (event) =>
      event !== 'expiry' &&
      afterQuote(event, state) !== null &&
      (waits || (event !== 'acceptance' && event !== 'decline')),
  )
}

/** Whether the customer may still answer a version on this day of Helsinki: its last day is one of its days. */
export function isAnswerable({ state, validUntil }: { state: VersionState; validUntil: Day }, today: Day): boolean {
  return state === 'sent' && today <= validUntil
}

/** The state as the customer finds it: what nobody has closed yet is over all the same once its day has passed. */
export function stateFound({ state, validUntil }: { state: VersionState; validUntil: Day }, today: Day): VersionState {
  return state === 'sent' && today > validUntil ? 'expired' : state
}
