export type RelationshipState = 'prospect' | 'customer' | 'dormant' | 'ended' | 'retained' | 'rejected'

/**
 * Where one person's message stands. `sending` is written durably before the first byte; what a crash left there is `unsure`
 * and is never sent again by itself.
 */
export type RecipientState = 'queued' | 'held' | 'sending' | 'sent' | 'unsure' | 'bounced' | 'skipped'
export const recipientStates = ['queued', 'held', 'sending', 'sent', 'unsure', 'bounced', 'skipped'] as const
