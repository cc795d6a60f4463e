import { Text } from '@mantine/core'
import { Clause } from '../statement/Clause.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge, type Tone } from '../ui/StateBadge.tsx'
import { capitalised } from './capitalised.ts'
import type { Choices, StandingState } from './contract.ts'
import { useChoicesTexts } from './texts.ts'

const tones: Record<StandingState, Tone> = {
  objected: 'bad',
  suppressed: 'bad',
  restricted: 'wait',
  'organisation-refused': 'bad',
  consented: 'good',
  requested: 'wait',
  'nothing-said': 'calm',
}

/** Each channel: the state, the reason with its clause, since when and by which way. */
export function StandingRows({ choices }: { choices: Choices }) {
  const said = useChoicesTexts()
  const { day } = useFormat()
  return (
    <ul className="row-cards" aria-label={said.title}>
      {choices.standings.map(({ channel, state, clause, since, via }) => (
        <li key={channel} className="choice-row">
          <div>
            <strong>{capitalised(choices.channelNames[channel] ?? channel)}</strong>
            <Text size="xs" c="dimmed" className="figures">
              {[
                since && day(since),
                via && (said.vias[via] ?? via),
                expiryOf(choices, channel, state, said.validUntil, day),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
          <span className="choice-state">
            <StateBadge said={said.states[state] ?? state} tone={tones[state]} /> <Clause id={clause} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function expiryOf(
  { consents }: Choices,
  channel: string,
  state: StandingState,
  until: (day: string) => string,
  day: (value: string | null) => string,
) {
  const consent = consents.find((one) => one.channel === channel)
  return state === 'consented' && consent?.expiresOn ? until(day(consent.expiresOn)) : null
}
