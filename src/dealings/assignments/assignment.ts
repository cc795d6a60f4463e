export const assignmentStates = ['open', 'done', 'cancelled'] as const
export type AssignmentState = (typeof assignmentStates)[number]

export const assignmentEvents = ['completion', 'cancellation', 'reopening'] as const
export type AssignmentEvent = (typeof assignmentEvents)[number]

const moves: Readonly<Record<AssignmentEvent, Partial<Record<AssignmentState, AssignmentState>>>> = {
  completion: { open: 'done' },
  cancellation: { open: 'cancelled' },
  reopening: { done: 'open', cancelled: 'open' },
}

/** The state of an assignment after an event, or null where the event does not apply. */
export function afterAssignment(event: AssignmentEvent, state: AssignmentState): AssignmentState | null {
  return moves[event][state] ?? null
}

export function eventsOfAssignment(state: AssignmentState): AssignmentEvent[] {
  return assignmentEvents.filter((event) => afterAssignment(event, state) !== null)
}
