import type { Tone } from '../ui/StateBadge.tsx'
import type { AuthorityRequest } from './contract.ts'

export function toneOfRequest(state: AuthorityRequest['state']): Tone {
  return ({ prepared: 'wait', approved: 'wait', declined: 'calm', released: 'good' } as const)[state]
}
