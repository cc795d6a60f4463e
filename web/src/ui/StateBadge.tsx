import { Badge } from '@mantine/core'

/** A state in one word; the colour only repeats it. */
export function StateBadge({ said, tone = 'calm' }: { said: string; tone?: 'calm' | 'good' | 'wait' | 'bad' }) {
  const color = { calm: 'gray', good: 'petrol', wait: 'yellow', bad: 'red' }[tone]
  return <Badge color={color} className={`tone-${tone}`}>{said}</Badge>
}
