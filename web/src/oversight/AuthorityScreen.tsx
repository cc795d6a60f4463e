import { Anchor, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { AuthorityDeeds } from './AuthorityDeeds.tsx'
import type { AuthorityRequest } from './contract.ts'
import { authorityRequestQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'
import { toneOfRequest } from './tones.ts'
import { useFieldLabels } from './useFieldLabels.ts'

export function AuthorityScreen() {
  const { request: id = '' } = useParams({ strict: false }) as { request?: string }
  const request = useQuery(authorityRequestQuery(id))
  return <Asked query={request}>{(one) => <AuthorityCard request={one} />}</Asked>
}

function AuthorityCard({ request }: { request: AuthorityRequest }) {
  const said = useOversightTexts()
  const { shell } = useTexts()
  return (
    <>
      <PageHead
        title={request.authority}
        under={<StateBadge said={said.states[request.state] ?? ''} tone={toneOfRequest(request.state)} />}
        crumbs={[
          { to: to.oversight(), label: shell.places.oversight },
          { to: to.authorities(), label: said.parts.authorities },
        ]}
      />
      <div className="columns-2">
        <Facts request={request} />
        <Stack gap="lg">
          <Sheet title={said.course}>
            <Stack gap="sm">
              <Course request={request} />
              <AuthorityDeeds request={request} />
            </Stack>
          </Sheet>
        </Stack>
      </div>
    </>
  )
}

function Facts({ request }: { request: AuthorityRequest }) {
  const said = useOversightTexts()
  const { day } = useFormat()
  const labelOf = useFieldLabels()
  const { provision, documentRef, purpose, askedOn, fields, people = [], peopleCount, silentUntil } = request
  const rows: [string, React.ReactNode][] = [
    [said.provision, provision],
    [said.documentRef, documentRef],
    [said.askedOn, day(askedOn)],
    [said.purposeLabel, purpose],
    [said.whichFields, fields.map(labelOf).join(', ')],
    [
      said.whom,
      people.length === 0
        ? said.peopleCount(peopleCount)
        : people.map(({ id, name }) => (
            <div key={id}>
              <Anchor component={Link} to={to.person(id)} inherit underline="always">
                {name}
              </Anchor>
            </div>
          )),
    ],
    ...(silentUntil ? [[said.silence, said.silentUntil(day(silentUntil))] as [string, string]] : []),
  ]
  return (
    <Sheet title={said.request}>
      <dl className="facts">
        {rows.flatMap(([term, value]) => [<dt key={term}>{term}</dt>, <dd key={`${term} value`}>{value}</dd>])}
      </dl>
    </Sheet>
  )
}

function Course({ request }: { request: AuthorityRequest }) {
  const said = useOversightTexts()
  const { instant } = useFormat()
  const { preparedByName, preparedAt, decidedByName, decidedAt, decisionNote, state } = request
  const decided = state === 'declined' ? said.declinedBy : said.approvedBy
  const lines = [
    said.preparedBy(preparedByName ?? '', instant(preparedAt)),
    decidedAt && decided(decidedByName ?? '', instant(decidedAt)),
    decisionNote,
    request.releasedAt && said.releasedBy(request.releasedByName ?? '', instant(request.releasedAt)),
  ]
  return (
    <>
      {lines.filter(Boolean).map((line) => (
        <Text key={line} size="sm" className="figures">
          {line}
        </Text>
      ))}
      {request.extractDigest && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {said.digest}: <code>{request.extractDigest}</code>
        </Text>
      )}
    </>
  )
}
