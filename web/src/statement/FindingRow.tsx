import { Anchor, Group, Text } from '@mantine/core'
import { useSay } from '../texts/index.tsx'
import { ReasonedButton } from '../ui/ReasonedButton.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { Clause } from './Clause.tsx'
import type { Finding } from './contract.ts'
import { useStatementTexts } from './texts.ts'
import type { DraftText, MendWay } from './useDraftText.ts'

/** One finding: where, why, by which law, and one press to mend it or to publish without the thing. */
export function FindingRow({
  finding,
  was,
  mending: { run, ...deed },
  unmendable,
  isShown,
  onShow,
}: {
  finding: Finding
  /** The text it was found in. */
  was: string
  mending: DraftText['mending']
  /** Why nothing is mended at the moment. */
  unmendable: string | null
  isShown: boolean
  onShow: () => void
}) {
  const said = useStatementTexts()
  const say = useSay()
  const { clause, line, reason, mend, article } = finding
  const mending = useDeed({
    ...deed,
    run: (way: MendWay) => run(finding, was, way),
    done: (way) => (way === 'mend' ? said.mended : said.leftOut),
  })
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
              reason={unmendable}
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
              reason={unmendable}
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
