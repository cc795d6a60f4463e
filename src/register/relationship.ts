export type RelationshipState = 'prospect' | 'customer' | 'dormant' | 'ended' | 'retained' | 'rejected'
export type RelationshipEvent = 'customership' | 'dormancy' | 'activity' | 'rejection' | 'ending' | 'reopening'
export type Stage = 'prospect' | 'customer' | 'after-sales'
export type EndReason = 'contract-ended' | 'org-ceased' | 'person-left-org' | 'inactive' | 'declined' | 'other'

export const relationshipStates = ['prospect', 'customer', 'dormant', 'ended', 'retained', 'rejected'] as const
export const endReasons = ['contract-ended', 'org-ceased', 'person-left-org', 'inactive', 'declined', 'other'] as const

const moves: Readonly<Record<RelationshipEvent, Partial<Record<RelationshipState, RelationshipState>>>> = {
  customership: { prospect: 'customer', dormant: 'customer' },
  dormancy: { customer: 'dormant' },
  activity: { dormant: 'customer' },
  rejection: { prospect: 'rejected' },
  ending: { prospect: 'ended', customer: 'ended', dormant: 'ended' },
  reopening: { ended: 'customer', retained: 'customer' },
}

/** The state after an event, or null where the event does not apply (C1). */
export function after(event: RelationshipEvent, state: RelationshipState): RelationshipState | null {
  return moves[event][state] ?? null
}

/** The events that apply now. */
export function eventsOf(state: RelationshipState): RelationshipEvent[] {
  return (Object.keys(moves) as RelationshipEvent[]).filter((event) => after(event, state) !== null)
}

/** S5.8: which stage of the life cycle the states of all relationships have reached; an ended customer's is after-sales. */
export function stageOf(states: readonly RelationshipState[]): Stage {
  if (states.some((state) => state === 'customer' || state === 'dormant')) return 'customer'
  return states.some((state) => state === 'ended' || state === 'retained') ? 'after-sales' : 'prospect'
}

/** Whether a field of this stage may be collected at this one: what a prospect gave, a customer may give too. */
export function mayCollect(from: Stage | null, at: Stage): boolean {
  const order = { prospect: 0, customer: 1, 'after-sales': 2 }
  return order[from ?? 'prospect'] <= order[at]
}
