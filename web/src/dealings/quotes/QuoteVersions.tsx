import { Group, Stack, Text } from '@mantine/core'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { QuoteVersion } from '../chain/contract.ts'
import { useChainTexts } from '../chain/texts.ts'
import { tones } from '../chain/tones.ts'
import { LinesTable } from '../lines/LinesTable.tsx'
import { useFigures } from '../lines/useFigures.ts'

/** The versions that were sent, each exactly as the customer read it, with who answered. */
export function QuoteVersions({ versions }: { versions: QuoteVersion[] }) {
  const said = useChainTexts()
  const { instant } = useFormat()
  const { money } = useFigures()
  return (
    <Sheet title={said.versions}>
      <Stack gap="md" className="plain-rows">
        {versions.map((one) => (
          <details key={one.version}>
            <summary>
              <Group justify="space-between" gap="sm" display="inline-flex" w="calc(100% - 1.4rem)">
                <Text span size="sm" fw={600}>
                  {said.version(one.version)}
                </Text>
                <Group gap={8} component="span">
                  <Text span size="sm" className="figures">
                    {money(one.content.totals.total)}
                  </Text>
                  <StateBadge said={said.states[one.state] ?? one.state} tone={tones[one.state]} />
                </Group>
              </Group>
            </summary>
            <Text size="xs" c="dimmed" mt={4} className="figures">
              {said.sentOn(instant(one.sentAt), one.sentByName ?? '')}
            </Text>
            {one.answeredAt && (
              <Text size="sm" mt={4} className="figures">
                {said.answeredBy(one.answeredName ?? '–', instant(one.answeredAt))}
                {', '}
                {one.answeredVia === 'page' ? said.viaPage : said.viaDesk}
                {one.reason && `: ${one.reason}`}
              </Text>
            )}
            <LinesTable lines={one.content.lines} totals={one.content.totals} />
            <Text size="xs" c="dimmed" mt="sm">
              {said.hash}. {said.hashHint}
            </Text>
            <span className="document-hash">{one.hash}</span>
          </details>
        ))}
      </Stack>
    </Sheet>
  )
}
