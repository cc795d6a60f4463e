import type { Tone } from '../../ui/StateBadge.tsx'
import type { Outcome, Standing } from './contract.ts'

export const tones: Record<Standing, Tone> = {
  draft: 'calm',
  open: 'wait',
  'partly-paid': 'wait',
  overdue: 'bad',
  collection: 'bad',
  'to-refund': 'wait',
  paid: 'good',
  credited: 'calm',
}

export const outcomeTones: Record<Outcome, Tone> = {
  full: 'good',
  part: 'wait',
  over: 'wait',
  unmatched: 'bad',
  known: 'calm',
}
