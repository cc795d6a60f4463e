import { Group, Text } from '@mantine/core'
import { useSay } from '../texts/index.tsx'
import { useFormat } from '../ui/format.ts'
import { Scrolling } from '../ui/Scrolling.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { StaffMember } from './contract.ts'
import { StaffDeeds } from './StaffDeeds.tsx'
import { useAccessTexts } from './texts.ts'
import { useDutyLabels } from './useDutyLabels.ts'

export function StaffTable({ staff }: { staff: StaffMember[] }) {
  const access = useAccessTexts()
  return (
    <div className="sheet">
      <Scrolling label={access.staffTitle}>
        <table className="records">
          <thead>
            <tr>
              {[access.name, access.duties, access.undertaking, access.state].map((head) => (
                <th key={head} scope="col">
                  <span>{head}</span>
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{access.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {staff.map((member) => (
              <Row key={member.id} member={member} staff={staff} />
            ))}
          </tbody>
        </table>
      </Scrolling>
    </div>
  )
}

function Row({ member, staff }: { member: StaffMember; staff: StaffMember[] }) {
  const access = useAccessTexts()
  const { day } = useFormat()
  const say = useSay()
  const labels = useDutyLabels()
  const { undertaking, state } = member
  const shown = state === 'open' && !undertaking ? 'waiting' : state
  return (
    <tr>
      <td>
        <Text size="sm" fw={600}>
          {member.name}
        </Text>
        <Text size="xs" c="dimmed">
          {member.email}
        </Text>
      </td>
      <td>
        <Group gap={5}>
          {member.duties.map(({ duty, until, reason }) => (
            <span key={duty} title={reason}>
              <StateBadge
                said={[say(labels[duty]) || duty, until && access.untilLabel(day(until))].filter(Boolean).join(', ')}
                tone="good"
              />
            </span>
          ))}
          {member.duties.length === 0 && (
            <Text size="sm" c="dimmed">
              {access.noDuties}
            </Text>
          )}
        </Group>
      </td>
      <td className="figures">
        {undertaking ? (
          <span title={undertaking.documentRef}>{access.undertakingSigned(day(undertaking.signedOn))}</span>
        ) : (
          <StateBadge said={access.undertakingMissing} tone="bad" />
        )}
      </td>
      <td>
        <StateBadge
          said={access.states[shown] ?? shown}
          tone={shown === 'open' ? 'good' : shown === 'closed' ? 'calm' : 'wait'}
        />
      </td>
      <td style={{ textAlign: 'right' }}>
        <StaffDeeds member={member} staff={staff} />
      </td>
    </tr>
  )
}
