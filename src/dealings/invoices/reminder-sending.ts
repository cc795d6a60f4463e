export const sendingStates = ['queued', 'sending', 'sent', 'unsure', 'failed', 'to-print', 'printed'] as const
/** How far a reminder is on its way. `unsure`: nobody knows whether the mail left; only a person sends it again. */
export type SendingState = (typeof sendingStates)[number]

export type Way = 'email' | 'letter'

/** The state of a reminder's mail as the outbox of papers has it, or of its letter. */
export function sendingOf(way: Way, { mail, printed }: { mail: string | null; printed: boolean }): SendingState {
  if (way === 'letter') return printed ? 'printed' : 'to-print'
  return (mail ?? 'failed') as SendingState
}
