import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { capital, useSay, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { WaitingNotice } from './contract.ts'
import { GiveStatement } from './GiveStatement.tsx'
import { sourcesQuery } from './queries.ts'
import { stateOfNotice, toneOfNotice } from './tones.ts'

/** One who has still to be told: who, by when and why; and the way to tell them in one press. */
export function WaitingNoticeRow({ notice }: { notice: WaitingNotice }) {
  const { register, ui } = useTexts()
  const { day } = useFormat()
  const say = useSay()
  const sources = useQuery(sourcesQuery).data
  const { personId, name, article, source, dueOn, overdue } = notice
  const state = stateOfNotice(notice)
  const from = say(sources?.find(({ id }) => id === source)?.label)
  return (
    <li className="waiting-notice">
      <div>
        <Link className="row-link" to={to.person(personId)}>
          {name || ui.unknown}
        </Link>
        <Text size="xs" c="dimmed">
          {[register.noticeArticles[article] ?? article, capital(from)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <div className="when">
        <StateBadge said={register.noticeStates[state] ?? state} tone={toneOfNotice(state)} />
        {dueOn && (
          <Text size="sm" className="figures">
            {(overdue ? register.noticeOverdue : register.noticeDue)(day(dueOn))}
          </Text>
        )}
      </div>
      <GiveStatement person={{ id: personId }} to={name} isQuiet />
    </li>
  )
}
