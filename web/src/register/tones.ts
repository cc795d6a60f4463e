import type { Tone } from '../ui/StateBadge.tsx'
import type { Notice } from './contract.ts'

const tones: Record<string, Tone> = { customer: 'good', prospect: 'wait', rejected: 'bad' }

export function toneOfRelationship(state: string): Tone {
  return tones[state] ?? 'calm'
}

export function toneOfNotice(state: string): Tone {
  if (state === 'overdue' || state === 'failed') return 'bad'
  if (state === 'queued' || state === 'due') return 'wait'
  return state === 'delivered' || state === 'sent' ? 'good' : 'calm'
}

/** The server says when a notice is late; before that a notice is as its state says. */
export function stateOfNotice({ state, overdue }: Pick<Notice, 'state' | 'overdue'>) {
  return overdue ? 'overdue' : state
}
