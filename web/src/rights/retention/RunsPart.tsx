import { Stack, Text } from '@mantine/core'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import type { ClassDue, Run } from './contract.ts'
import { useRetentionTexts } from './texts.ts'

export function RunsPart({ runs, classes }: { runs: Run[]; classes: ClassDue[] }) {
  const said = useRetentionTexts()
  const { instant, number } = useFormat()
  const labels = new Map(classes.map((one) => [one.class, one.label]))
  const inWords = (counts: Run['counts']) =>
    Object.entries(counts)
      .map(([name, count]) => `${labels.get(name) ?? said.others[name] ?? name}: ${number(count)}`)
      .join(', ') || said.nothingGone
  return (
    <Sheet title={said.runs}>
      <Text size="sm" c="dimmed" mb={runs.length > 0 ? 'sm' : 0}>
        {runs.length > 0 ? said.runsText : said.noRuns}
      </Text>
      <Stack gap={0} className="plain-rows">
        {runs.map(({ at, counts }) => (
          <div key={at}>
            <Text size="sm">{inWords(counts)}</Text>
            <Text size="xs" c="dimmed" className="figures">
              {instant(at)}
            </Text>
          </div>
        ))}
      </Stack>
    </Sheet>
  )
}
