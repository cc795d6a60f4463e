import { Alert, Anchor } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { to } from '../to.ts'
import { faultsQuery } from './queries.ts'
import { useMailTexts } from './texts.ts'

/** Mailboxes of one's own that have failed several times over, with the cause and the way to mend it. */
export function MailFaults() {
  const said = useMailTexts()
  const faults = useQuery(faultsQuery).data?.items ?? []
  return faults.map(({ id, name, fault }) => (
    <Alert key={id} role="alert" color="red" mb="md" icon={<IconMailOff />} title={said.alarm(name)}>
      {said.faults[fault] ?? fault}{' '}
      <Anchor component={Link} to={to.mailboxes()} inherit underline="always">
        {said.alarmAction}
      </Anchor>
    </Alert>
  ))
}
