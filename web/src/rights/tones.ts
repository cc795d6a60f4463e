import type { Tone } from '../ui/StateBadge.tsx'
import type { Alarm } from './contract.ts'

export function toneOfAlarm(alarm: Alarm): Tone {
  if (alarm === 'overdue' || alarm === 'due') return 'bad'
  return alarm === 'none' ? 'calm' : 'wait'
}
