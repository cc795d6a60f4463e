export const sendingStates = ['queued', 'held', 'sending', 'sent', 'unsure', 'failed', 'to-print', 'printed'] as const
/** How far a reminder is on its way. `unsure`: nobody knows whether the mail left; only a person sends it again. `held`: it waits for another attempt, and says why. */
export type SendingState = (typeof sendingStates)[number]

export type Way = 'email' | 'letter'

/** The state of a reminder's mail as the outbox of papers has it, or of its letter. */
export function sendingOf(
  way: Way,
  { mail, fault, printed }: { mail: string | null; fault: string | null; printed: boolean },
): SendingState {
  if (way === 'letter') return printed ? 'printed' : 'to-print'
  if (mail === 'queued' && fault !== null) return 'held'
  return (mail ?? 'failed') as SendingState
}
