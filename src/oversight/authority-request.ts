import type { Day } from '#platform/finnish-calendar'

export type AuthorityState = 'prepared' | 'approved' | 'declined' | 'released'
type Step = 'approve' | 'decline' | 'release'

const after: Record<Step, { from: AuthorityState; to: AuthorityState }> = {
  approve: { from: 'prepared', to: 'approved' },
  decline: { from: 'prepared', to: 'declined' },
  release: { from: 'approved', to: 'released' },
}

/** The state that a step leads to, or null where it cannot be taken. */
export function stateAfter(state: AuthorityState, step: Step): AuthorityState | null {
  return after[step].from === state ? after[step].to : null
}

/** S8.2: whoever prepared a request does not decide on it, in whatever duty. */
export function mayDecide({ preparedBy }: { preparedBy: string }, by: string): boolean {
  return preparedBy !== by
}

/** Whether the person may not be told yet: an authority may forbid it for a time, never for good. */
export function isSilent({ silentUntil }: { silentUntil: Day | null }, today: Day): boolean {
  return silentUntil !== null && today <= silentUntil
}
