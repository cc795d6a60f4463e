export type Tone = 'calm' | 'good' | 'wait' | 'bad'

/** A state in a word or two; the colour only repeats it. */
export function StateBadge({ said, tone = 'calm' }: { said: string; tone?: Tone }) {
  return <span className={`state ${tone}`}>{said}</span>
}
