import { Group, SegmentedControl, Text } from '@mantine/core'
import { IconMailbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Problem } from '../api.ts'
import type { SearchWords } from '../search-words.ts'
import { to } from '../to.ts'
import { Asked, Failed } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { RequestInShort } from './contract.ts'
import { EnterRequest } from './EnterRequest.tsx'
import { requestsQuery } from './queries.ts'
import { useRightsTexts } from './texts.ts'
import { toneOfAlarm } from './tones.ts'

const choices = ['open', 'answered', 'closed', 'all'] as const

/** S12: what people ask about their data; the most pressing first, whatever is filtered. */
export function RequestsScreen() {
  const said = useRightsTexts()
  const navigate = useNavigate()
  const { show = 'open' } = useSearch({ strict: false }) as SearchWords
  const shown = choices.find((one) => one === show) ?? 'open'
  const requests = useQuery(requestsQuery(shown))
  if (requests.error instanceof Problem && requests.error.status === 403) return <Failed fault={requests.error} />
  return (
    <>
      <PageHead title={said.title} under={said.under} actions={<EnterRequest />} />
      <SegmentedControl
        aria-label={said.filter}
        size="xs"
        mb="md"
        value={shown}
        data={choices.map((value) => ({ value, label: said.shown[value] ?? value }))}
        onChange={(next) => navigate({ to: '.', search: { show: next } as never, replace: true })}
      />
      <div className="sheet">
        <Asked query={requests}>
          {(all) =>
            all.length === 0 ? (
              <Empty icon={<IconMailbox size={26} />} title={shown === 'open' ? said.emptyTitle : said.emptyOther}>
                {shown === 'open' ? said.emptyText : null}
              </Empty>
            ) : (
              <ul className="row-cards" aria-label={said.list}>
                {all.map((one) => (
                  <Row key={one.id} request={one} />
                ))}
              </ul>
            )
          }
        </Asked>
      </div>
    </>
  )
}

function Row({ request }: { request: RequestInShort }) {
  const said = useRightsTexts()
  const { day } = useFormat()
  const { id, kind, person, requesterName, receivedAt, receivedVia, dueOn, clockStoppedOn, alarm, state, reference } =
    request
  const isAnswered = ['replied', 'propagating', 'closed', 'withdrawn-by-requester'].includes(state)
  return (
    <li className="oversight-row">
      <div>
        <Link className="row-link" to={to.request(id)}>
          {said.kinds[kind] ?? kind}
        </Link>
        <Text size="sm">{person?.name || requesterName || said.unknown}</Text>
        <Text size="xs" c="dimmed" className="figures">
          {[
            reference,
            said.received(day(receivedAt), said.ways[receivedVia] ?? receivedVia),
            ...(isAnswered ? [] : [clockStoppedOn ? said.stopped(day(clockStoppedOn)) : said.due(day(dueOn))]),
          ].join(' · ')}
        </Text>
      </div>
      <Group gap={6}>
        {!isAnswered && alarm !== 'none' && <StateBadge said={said.alarms[alarm] ?? alarm} tone={toneOfAlarm(alarm)} />}
        <StateBadge said={said.states[state] ?? state} tone={isAnswered ? 'good' : 'wait'} />
      </Group>
    </li>
  )
}
