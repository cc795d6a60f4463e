import { Alert, Anchor } from '@mantine/core'
import { IconAlertOctagon, IconFileOff, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Me } from '../access/contract.ts'
import { MailFaults } from '../mail/card-parts.ts'
import { MailAlarm } from '../oversight/parts.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'

/** What everybody must know before anything else. */
export function Alarm({ me, isSignedOut }: { me: Me; isSignedOut: boolean }) {
  const { shell, ui } = useTexts()
  return (
    <>
      {isSignedOut && (
        <Alert role="alert" color="yellow" mb="lg" icon={<IconLock />} title={shell.signedOutTitle}>
          {shell.signedOutMeanwhile}{' '}
          <Anchor href={to.signIn()} target="_blank" rel="noreferrer" inherit underline="always">
            {shell.signIn} ({ui.opensNewTab})
          </Anchor>
        </Alert>
      )}
      {me.readOnly && (
        <div role="alert" className="alarm">
          <IconAlertOctagon aria-hidden />
          <div>
            <strong>{shell.readOnlyTitle}</strong>
            {me.alarm?.code === 'COLUMN_NOT_DECLARED' ? (
              <>
                {shell.undeclaredText(me.alarm.columns.join(', '))}{' '}
                <Link to={to.statement()}>{shell.undeclaredAction}</Link>
              </>
            ) : (
              <>
                {shell.readOnlyText} <Link to={to.versions()}>{shell.readOnlyAction}</Link>
              </>
            )}
          </div>
        </div>
      )}
      {me.statement && me.duties.some(({ id }) => id === 'admin' || id === 'privacy') && (
        <Suspense>
          <MailAlarm />
        </Suspense>
      )}
      {me.reads.includes('com.enquiries') && (
        <Suspense>
          <MailFaults />
        </Suspense>
      )}
      {!me.statement && (
        <Alert color="yellow" mb="lg" icon={<IconFileOff />} title={shell.noStatement}>
          {shell.noStatementWhy}{' '}
          <Anchor component={Link} to={to.statement()} inherit underline="always">
            {shell.startWizard}
          </Anchor>
        </Alert>
      )}
    </>
  )
}
