import { Anchor, Group, Text } from '@mantine/core'
import { useSay, useSpeech, useTexts } from '../texts/index.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge, type Tone } from '../ui/StateBadge.tsx'
import type { Processor } from './contract.ts'
import { StoppedNote } from './StoppedNote.tsx'
import { StopSwitch } from './StopSwitch.tsx'
import { useOversightTexts } from './texts.ts'

const tones: Record<string, Tone> = {
  complete: 'good',
  'review-soon': 'wait',
  'review-overdue': 'bad',
  incomplete: 'bad',
  missing: 'bad',
}

/** One who processes data for the house: the agreement, the countries, and the switch. */
export function ProcessorRow({ processor }: { processor: Processor }) {
  const said = useOversightTexts()
  const { ui } = useTexts()
  const { language } = useSpeech()
  const say = useSay()
  const { day } = useFormat()
  const { id, provider, agreement, country, self, stop, verdict, clause } = processor
  const name = self ? said.own : provider
  const place = country && (new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country)
  const service = id === 'hosting' ? said.host : say(processor.service)
  const signed = [
    agreement.ref,
    agreement.signedOn && said.signedOn(day(agreement.signedOn)),
    agreement.reviewOn && said.reviewOn(day(agreement.reviewOn)),
  ]
  return (
    <li className="oversight-row">
      <div>
        <strong>{name}</strong>
        <Text size="sm">{[service, place].filter(Boolean).join(' · ')}</Text>
        {!self && (
          <Text size="xs" c="dimmed" className="figures">
            {[said.agreement, ...signed, clause && said.clause(clause)].filter(Boolean).join(' · ')}
          </Text>
        )}
        {agreement.missing.length > 0 && (
          <Text size="xs" c="red">
            {said.agreementMissing(agreement.missing.join(', '))}
          </Text>
        )}
        {processor.subprocessors.length > 0 && (
          <Text size="xs" c="dimmed">
            {said.below}: {processor.subprocessors.map((one) => one.provider).join(', ')}
          </Text>
        )}
        <StoppedNote stop={stop} />
        {processor.privacyUrl && (
          <Anchor size="xs" href={processor.privacyUrl} target="_blank" rel="noreferrer" underline="always">
            {said.privacyPage} ({ui.opensNewTab})
          </Anchor>
        )}
      </div>
      <Group gap="xs" className="oversight-state">
        {!self && <StateBadge said={said.agreements[agreement.state] ?? ''} tone={tones[agreement.state] ?? 'calm'} />}
        <StateBadge
          said={stop ? said.stopped : verdict.allowed ? said.open : said.shut}
          tone={verdict.allowed ? 'good' : 'bad'}
        />
        {!self && <StopSwitch kind="processor" subject={id} name={name} stop={stop} depends={[]} />}
      </Group>
    </li>
  )
}
