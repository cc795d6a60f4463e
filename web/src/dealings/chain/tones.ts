import type { Tone } from '../../ui/StateBadge.tsx'

/** The colour that repeats a document's state. */
export const tones: Record<string, Tone> = {
  draft: 'calm',
  sent: 'wait',
  accepted: 'good',
  declined: 'bad',
  expired: 'bad',
  superseded: 'calm',
  withdrawn: 'calm',
  open: 'wait',
  delivered: 'good',
  closed: 'calm',
  cancelled: 'calm',
  planned: 'wait',
  active: 'good',
  noticed: 'wait',
  ended: 'calm',
  done: 'good',
}
