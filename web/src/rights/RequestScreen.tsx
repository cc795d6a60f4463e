import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { RightsRequest } from './contract.ts'
import { ErasurePart } from './ErasurePart.tsx'
import { ItemsPart } from './ItemsPart.tsx'
import { LettersPart } from './LettersPart.tsx'
import { NextStep } from './NextStep.tsx'
import { PackagePart } from './PackagePart.tsx'
import { requestQuery } from './queries.ts'
import { TimelinePart } from './TimelinePart.tsx'
import { useRightsTexts } from './texts.ts'
import { toneOfAlarm } from './tones.ts'
import { WaitingPart } from './WaitingPart.tsx'

/** One request: when it is due, what was asked, the one next step, and everything that has happened. */
export function RequestScreen() {
  const { request: id = '' } = useParams({ strict: false })
  const request = useQuery(requestQuery(id))
  return <Asked query={request}>{(one) => <Opened request={one} />}</Asked>
}

function Opened({ request }: { request: RightsRequest }) {
  const said = useRightsTexts()
  const { kind, state, reference, person, requesterName } = request
  return (
    <>
      <PageHead
        title={said.kinds[kind] ?? kind}
        crumbs={[{ to: to.requests(), label: said.back }]}
        under={
          <>
            {person ? (
              <Anchor component={Link} to={to.person(person.id)}>
                {person.name || said.openPerson}
              </Anchor>
            ) : (
              requesterName || said.unknown
            )}{' '}
            · {reference}
          </>
        }
        actions={
          <StateBadge
            said={said.states[state] ?? state}
            tone={state === 'closed' || state === 'replied' ? 'good' : 'wait'}
          />
        }
      />
      <div className="columns-2">
        <Stack gap="lg">
          <DuePart request={request} />
          <TextPart request={request} />
          {kind === 'rectification' && <ItemsPart request={request} />}
          {kind === 'erasure' && person && !request.executedAt && (
            <ErasurePart request={request} personId={person.id} />
          )}
          {(kind === 'access' || kind === 'portability') && person && request.identity === 'proven' && (
            <PackagePart request={request} />
          )}
          <WaitingPart request={request} />
        </Stack>
        <Stack gap="lg">
          <LettersPart request={request} />
          <TimelinePart request={request} />
        </Stack>
      </div>
    </>
  )
}

function DuePart({ request }: { request: RightsRequest }) {
  const said = useRightsTexts()
  const { day } = useFormat()
  const { alarm, dueOn, internalDueOn, clockStoppedOn, receivedAt, receivedVia, repliedAt } = request
  return (
    <Sheet title={said.next}>
      <Stack gap="sm">
        <Group gap="xs" className="figures">
          {!repliedAt && <StateBadge said={said.alarms[alarm] ?? alarm} tone={toneOfAlarm(alarm)} />}
          <Text size="sm">
            {[
              said.received(day(receivedAt), said.ways[receivedVia] ?? receivedVia),
              clockStoppedOn ? said.stopped(day(clockStoppedOn)) : !repliedAt && said.due(day(dueOn)),
              !repliedAt && said.internal(day(internalDueOn)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Group>
        <NextStep request={request} />
      </Stack>
    </Sheet>
  )
}

function TextPart({ request }: { request: RightsRequest }) {
  const said = useRightsTexts()
  const { text, minimised, doubt, enquiry, language, replyTo, replyWay, mandate, identity } = request
  return (
    <Sheet title={said.request}>
      <Stack gap="xs">
        {minimised ? (
          <Text c="dimmed">{said.minimised}</Text>
        ) : (
          <p className="message-text" lang={language} style={{ margin: 0 }}>
            {text ?? said.noText}
          </p>
        )}
        <Text size="sm" c="dimmed">
          {[said.ways[replyWay], replyTo, mandate, identity !== 'proven' && doubt && said.doubts[doubt]]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {enquiry && (
          <Anchor component={Link} to={to.enquiry(enquiry)} size="sm">
            {said.openEnquiry}
          </Anchor>
        )}
      </Stack>
    </Sheet>
  )
}
