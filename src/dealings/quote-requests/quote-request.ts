import type { Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'

export const quoteRequestStates = ['open', 'answered', 'declined', 'withdrawn'] as const
export type QuoteRequestState = (typeof quoteRequestStates)[number]

/** `answer` comes of issuing a quote and never by itself; `decline` is ours, `withdrawal` the customer's. */
export type QuoteRequestEvent = 'answer' | 'decline' | 'withdrawal' | 'reopening'
export const eventsByHand = ['decline', 'withdrawal', 'reopening'] as const
export type EventByHand = (typeof eventsByHand)[number]

const moves: Readonly<Record<QuoteRequestEvent, Partial<Record<QuoteRequestState, QuoteRequestState>>>> = {
  // Whoever sends a quote after all has answered.
  answer: { open: 'answered', declined: 'answered', withdrawn: 'answered' },
  decline: { open: 'declined' },
  withdrawal: { open: 'withdrawn' },
  reopening: { answered: 'open', declined: 'open', withdrawn: 'open' },
}

/** The state of a request after an event, or null where the event does not apply. */
export function afterRequest(event: QuoteRequestEvent, state: QuoteRequestState): QuoteRequestState | null {
  return moves[event][state] ?? null
}

/** What staff may do with a request now, beside answering it with a quote. */
export function eventsOfRequest(state: QuoteRequestState): EventByHand[] {
  return eventsByHand.filter((event) => afterRequest(event, state) !== null)
}

/** What an event leaves in the row. Whoever declines says why (QUOTE_REQUEST_WHY). */
export function settled(event: QuoteRequestEvent, said: { reason: string | null; today: Day }) {
  if (event === 'reopening') return { settled_on: null, reason: null }
  if (event === 'decline' && !said.reason)
    throw new Refusal('QUOTE_REQUEST_WHY', 422, { clause: 'S6.2', field: 'reason' })
  return { settled_on: said.today, reason: event === 'answer' ? null : said.reason }
}
