import { Alert, Anchor } from '@mantine/core'
import { IconAlertOctagon, IconFileOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Me } from '../access/contract.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'

/** What everybody must know before anything else. */
export function Alarm({ me }: { me: Me }) {
  const { shell } = useTexts()
  if (me.readOnly) {
    return (
      <Alert role="alert" color="red" variant="filled" mb="lg" icon={<IconAlertOctagon />} title={shell.readOnlyTitle}>
        {shell.readOnlyText}{' '}
        <Anchor component={Link} to={to.versions()} c="inherit" underline="always">
          {shell.readOnlyAction}
        </Anchor>
      </Alert>
    )
  }
  if (me.statement) return null
  return (
    <Alert color="yellow" mb="lg" icon={<IconFileOff />} title={shell.noStatement}>
      {shell.noStatementWhy}{' '}
      <Anchor component={Link} to={to.newDraft()} underline="always">
        {shell.startWizard}
      </Anchor>
    </Alert>
  )
}
