import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useSay } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Finding, Level, OpenDraft } from './contract.ts'
import { FindingRow } from './FindingRow.tsx'
import { canBeRead } from './open-draft.ts'
import { useStatementTexts } from './texts.ts'
import type { DraftText } from './useDraftText.ts'

const tones = { error: 'bad', warning: 'wait', note: 'calm' } as const

/** What lint says of the draft, the gravest first, each with its way out. */
export function FindingList({
  text: { kept, isChanged, isStale, mending },
  shown,
  onShow,
}: {
  text: DraftText
  shown: Finding | null
  onShow: (place: { line: number | null }, of: OpenDraft, finding?: Finding) => void
}) {
  const said = useStatementTexts()
  const say = useSay()
  const { problems } = kept.findings
  const isRead = canBeRead(kept)
  const seen = kept.lastRead ?? kept
  const { findings } = seen
  const unmendable = isStale ? said.saveFirst : isRead || isChanged ? null : said.readFirst
  const groups: { level: Level; title: string; text: string; all: Finding[] }[] = [
    { level: 'error', title: said.errors, text: said.errorsText, all: findings.errors },
    { level: 'error', title: said.missing, text: said.errorsText, all: findings.missing },
    { level: 'warning', title: said.warnings, text: said.warningsText, all: findings.warnings },
    { level: 'note', title: said.notes, text: said.notesText, all: findings.notes },
  ]
  const some = groups.filter(({ all }) => all.length > 0)
  return (
    <Stack gap="md">
      {!isRead && (
        <Alert color="red" role="alert" title={said.problems}>
          <Text size="sm" mb="xs">
            {said.problemsText}
          </Text>
          {problems.map((problem) => (
            <Text key={`${problem.line}-${problem.code}-${problem.column}`} size="sm" mt={6}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                fw={600}
                onClick={() => onShow(problem, kept)}
                title={said.showLine(problem.line)}
              >
                {said.line(problem.line)}
              </Anchor>
              {': '}
              {say(problem.said)}
              {problem.suggestion && ` → ${problem.suggestion}`}
            </Text>
          ))}
        </Alert>
      )}
      {some.length === 0 && isRead && (
        <Alert icon={<IconCircleCheck />} color="petrol">
          {said.findingsNone}
        </Alert>
      )}
      {some.length > 0 && !isRead && (
        <Text size="sm" c="dimmed">
          {said.lastReadText}
        </Text>
      )}
      {some.map(({ level, title, text, all }) => (
        <Sheet
          key={title}
          flush
          title={title}
          actions={
            <Group gap={8}>
              <Text size="xs" c="dimmed">
                {text}
              </Text>
              <StateBadge said={String(all.length)} tone={tones[level]} />
            </Group>
          }
        >
          <ol className={`findings ${level}`}>
            {all.map((finding) => (
              <FindingRow
                key={`${finding.code}-${finding.clause}-${finding.path}`}
                finding={finding}
                was={seen.source}
                mending={mending}
                unmendable={unmendable}
                isShown={finding === shown}
                onShow={() => onShow(finding, seen, finding)}
              />
            ))}
          </ol>
        </Sheet>
      ))}
    </Stack>
  )
}
