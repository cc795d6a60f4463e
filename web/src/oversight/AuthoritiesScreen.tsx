import { Text } from '@mantine/core'
import { IconGavel, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { AuthorityRequest } from './contract.ts'
import { OversightFrame } from './OversightFrame.tsx'
import { authorityRequestsQuery } from './queries.ts'
import { useOversightTexts } from './texts.ts'
import { toneOfRequest } from './tones.ts'

/** S8.2: what authorities and courts ask for. */
export function AuthoritiesScreen() {
  const said = useOversightTexts()
  const navigate = useNavigate()
  const requests = useQuery(authorityRequestsQuery)
  const isPrivacy = useQuery(meQuery).data?.duties.some(({ id }) => id === 'privacy')
  return (
    <OversightFrame
      part="authorities"
      under={said.authoritiesText}
      actions={
        <WriteButton
          leftSection={<IconPlus size={16} aria-hidden />}
          reason={isPrivacy ? null : said.privacyOnly}
          onClick={() => navigate({ to: to.newAuthority() })}
        >
          {said.newRequest}
        </WriteButton>
      }
    >
      <div className="sheet">
        <Asked query={requests}>
          {(all) =>
            all.length === 0 ? (
              <Empty icon={<IconGavel size={26} />} title={said.noRequests}>
                {said.noRequestsText}
              </Empty>
            ) : (
              <ul className="row-cards" aria-label={said.parts.authorities}>
                {all.map((one) => (
                  <Row key={one.id} request={one} />
                ))}
              </ul>
            )
          }
        </Asked>
      </div>
    </OversightFrame>
  )
}

function Row({ request }: { request: AuthorityRequest }) {
  const said = useOversightTexts()
  const { day } = useFormat()
  const { id, authority, provision, documentRef, peopleCount, receivedAt, state } = request
  return (
    <li className="oversight-row">
      <div>
        <Link className="row-link" to={to.authority(id)}>
          {authority}
        </Link>
        <Text size="sm">{provision}</Text>
        <Text size="xs" c="dimmed" className="figures">
          {[documentRef, said.peopleCount(peopleCount), said.receivedOn(day(receivedAt))].join(' · ')}
        </Text>
      </div>
      <StateBadge said={said.states[state] ?? state} tone={toneOfRequest(state)} />
    </li>
  )
}
