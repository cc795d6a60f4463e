/** What a person may ask (Art. 7(3), 15–22 and 77). */
export const requestKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'objection-to-marketing',
  'withdrawal-of-consent',
  'complaint',
] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestWays = ['form', 'mail', 'phone', 'letter', 'in-person', 'my-page'] as const
export type RequestWay = (typeof requestWays)[number]

export const replyWays = ['email', 'post', 'phone', 'in-person', 'my-page'] as const
export type ReplyWay = (typeof replyWays)[number]

export const requestStates = [
  'received',
  'acknowledged',
  'identifying',
  'needs-info',
  'assessing',
  'extended',
  'deciding',
  'executing',
  'refused',
  'cannot-identify',
  'withdrawn-by-requester',
  'replied',
  'propagating',
  'closed',
] as const
export type RequestState = (typeof requestStates)[number]

export type Identity = 'open' | 'not-needed' | 'asked' | 'proven' | 'impossible'
export type Outcome = 'granted' | 'partly' | 'refused' | 'cannot-identify' | 'not-applicable' | 'withdrawn'

export const doubtReasons = [
  'unknown-sender',
  'name-differs',
  'shared-mailbox',
  'several-people',
  'agent-without-mandate',
] as const
export type DoubtReason = (typeof doubtReasons)[number]

// Lightest first. No copy of an identity document and no personal identity code is among them (Art. 12(6), 5(1)(c)).
export const identityMethods = ['known-address', 'my-page', 'address-loop', 'call-back', 'visit', 'mandate'] as const
export type IdentityMethod = (typeof identityMethods)[number]

/** Art. 12(5), 17(3), 20, 21(1) and § 34 of the Data Protection Act: nothing else is a ground to refuse. */
export const refusalGrounds = [
  'manifestly-unfounded',
  'manifestly-excessive',
  'legal-obligation',
  'legal-claims',
  'still-necessary',
  'accuracy-verified',
  'compelling-grounds',
  'not-provided-or-no-consent-or-contract',
  'nothing-held',
  'secrecy-section-34',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]

export type RequestEvent =
  | 'acknowledgement'
  | 'identity-question'
  | 'identity-proof'
  | 'identity-failure'
  | 'clarification-question'
  | 'clarification'
  | 'extension'
  | 'weighing'
  | 'grant'
  | 'refusal'
  | 'reply'
  | 'propagation'
  | 'closure'
  | 'withdrawal'

type Moves = Record<RequestEvent, Partial<Record<RequestState, RequestState>>>

const moves: Moves = {
  acknowledgement: { received: 'acknowledged' },
  'identity-question': { received: 'identifying', acknowledged: 'identifying', identifying: 'identifying' },
  'identity-proof': { received: 'assessing', acknowledged: 'assessing', identifying: 'assessing' },
  'identity-failure': { identifying: 'cannot-identify' },
  'clarification-question': { assessing: 'needs-info', extended: 'needs-info' },
  clarification: { 'needs-info': 'assessing' },
  extension: { assessing: 'extended', deciding: 'extended', 'needs-info': 'extended' },
  weighing: { assessing: 'deciding', extended: 'deciding' },
  grant: { deciding: 'executing' },
  refusal: { deciding: 'refused' },
  reply: { executing: 'replied', refused: 'replied', 'cannot-identify': 'replied' },
  propagation: { replied: 'propagating' },
  closure: { replied: 'closed', propagating: 'closed', 'withdrawn-by-requester': 'closed' },
  withdrawal: Object.fromEntries(
    (['received', 'acknowledged', 'identifying', 'needs-info', 'assessing', 'extended', 'deciding'] as const).map(
      (state) => [state, 'withdrawn-by-requester'],
    ),
  ),
}

/** The state after an event, or null where it cannot happen then. */
export function afterRequest(event: RequestEvent, state: RequestState): RequestState | null {
  return moves[event][state] ?? null
}

export function eventsOfRequest(state: RequestState): RequestEvent[] {
  return (Object.keys(moves) as RequestEvent[]).filter((event) => afterRequest(event, state) !== null)
}

/** Art. 21(2)–(3) and 7(3): these take effect at once, and nobody has to prove who they are. */
export function isImmediate(kind: RequestKind): boolean {
  return kind === 'objection-to-marketing' || kind === 'withdrawal-of-consent'
}

export function isOpen(state: RequestState): boolean {
  return state !== 'closed' && state !== 'withdrawn-by-requester'
}

/** Still waiting for an answer to the person. */
export function isUnanswered(state: RequestState): boolean {
  return isOpen(state) && state !== 'replied' && state !== 'propagating'
}
