import { Anchor, Group, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { ReasonedButton } from '../ui/ReasonedButton.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { Clause } from './Clause.tsx'
import type { Draft, Finding } from './contract.ts'

/** One finding: where, why, by which law, and one press to mend it or to publish without the thing. */
export function FindingRow({
  finding,
  draft,
  isChanged,
  isShown,
  onShow,
}: {
  finding: Finding
  draft: Draft
  isChanged: boolean
  isShown: boolean
  onShow: () => void
}) {
  const { statement: said } = useTexts()
  const say = useSay()
  const queries = useQueryClient()
  const { code, clause, path, line, reason, mend, article } = finding
  const mending = useDeed({
    run: (way: 'mend' | 'leave-out') =>
      api.post<Draft>(`/statement/drafts/${draft.id}/mends`, { code, clause, ...(path ? { path } : {}), way }),
    done: (way) => (way === 'mend' ? said.mended : said.leftOut),
    refreshes: [
      ['statement', 'drafts', draft.id, 'findings'],
      ['statement', 'drafts', draft.id, 'plan'],
    ],
    then: (kept) => queries.setQueryData(['statement', 'drafts', draft.id], kept),
  })
  const unsaved = isChanged ? said.saveFirst : null
  return (
    <li className={isShown ? 'shown' : undefined}>
      <Group gap={8} mb={4}>
        <Clause id={clause} />
        {line && (
          <Anchor component="button" type="button" size="xs" onClick={onShow} title={said.showLine(line)}>
            {said.line(line)}
          </Anchor>
        )}
        {article && (
          <Text size="xs" c="dimmed">
            {article}
          </Text>
        )}
      </Group>
      <Text size="sm" fw={560}>
        {say(reason)}
      </Text>
      <Text size="sm" c="dimmed" mt={3}>
        {say(mend)}
      </Text>
      {(finding.mendable || finding.leavable) && (
        <Group gap="xs" mt="xs">
          {finding.mendable && (
            <ReasonedButton
              size="compact-sm"
              label={said.mendLabel(say(reason))}
              reason={unsaved}
              loading={mending.isPending && mending.variables === 'mend'}
              onClick={() => mending.mutate('mend')}
            >
              {said.mend}
            </ReasonedButton>
          )}
          {finding.leavable && (
            <ReasonedButton
              size="compact-sm"
              variant="default"
              label={said.leaveOutLabel(say(reason))}
              reason={unsaved}
              loading={mending.isPending && mending.variables === 'leave-out'}
              onClick={() => mending.mutate('leave-out')}
            >
              {said.leaveOut}
            </ReasonedButton>
          )}
        </Group>
      )}
    </li>
  )
}
