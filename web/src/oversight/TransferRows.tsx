import { Group, Text } from '@mantine/core'
import { useSpeech } from '../texts/index.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge, type Tone } from '../ui/StateBadge.tsx'
import type { Recipients, Tool } from './contract.ts'
import { StoppedNote } from './StoppedNote.tsx'
import { StopSwitch } from './StopSwitch.tsx'
import { useOversightTexts } from './texts.ts'

const tones: Record<string, Tone> = {
  'in-force': 'good',
  'check-soon': 'wait',
  'check-overdue': 'bad',
  stopped: 'bad',
  incomplete: 'bad',
}

/** What leaves the EEA, by its tool: one switch stops all that hangs on it (L-45.2). */
export function TransferRows({ now: { transfers, tools } }: { now: Recipients }) {
  const said = useOversightTexts()
  return (
    <ul className="row-cards" aria-label={said.transfers}>
      {tools.map((tool) => (
        <ToolRow key={tool.tool} tool={tool} transfers={transfers.filter((one) => one.tool === tool.tool)} />
      ))}
    </ul>
  )
}

function ToolRow({ tool, transfers }: { tool: Tool; transfers: Recipients['transfers'] }) {
  const said = useOversightTexts()
  const { language } = useSpeech()
  const { day } = useFormat()
  const name = said.tools[tool.tool] ?? tool.tool
  const state = transfers.map((one) => one.state).find((one) => one !== 'in-force') ?? 'in-force'
  const countryOf = (code: string) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
  return (
    <li className="oversight-row">
      <div>
        <strong>{name}</strong>
        <StoppedNote stop={tool.stop} />
        {transfers.map(({ processor, provider, country, checkedOn, checkHoldsUntil, evidence, clause }) => (
          <div key={`${processor} ${country}`}>
            <Text size="sm">{[provider, countryOf(country)].join(' · ')}</Text>
            <Text size="xs" c="dimmed" className="figures">
              {[
                checkedOn && said.checkedOn(day(checkedOn), day(checkHoldsUntil)),
                evidence && `${said.evidence}: ${evidence}`,
                clause && said.clause(clause),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
        ))}
      </div>
      <Group gap="xs" className="oversight-state">
        <StateBadge said={said.transferStates[state] ?? state} tone={tones[state] ?? 'calm'} />
        <StopSwitch kind="tool" subject={tool.tool} name={name} stop={tool.stop} depends={tool.depends} />
      </Group>
    </li>
  )
}
