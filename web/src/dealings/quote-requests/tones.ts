import type { Tone } from '../../ui/StateBadge.tsx'
import type { QuoteRequest } from './contract.ts'

/** The colour that repeats a request's state: to decline one is no failure. */
export const tones: Record<QuoteRequest['state'], Tone> = {
  open: 'wait',
  answered: 'good',
  declined: 'calm',
  withdrawn: 'calm',
}
