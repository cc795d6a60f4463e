import { Button, Center, Loader } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Needs } from '../access/Needs.tsx'
import { meQuery } from '../access/queries.ts'
import { Problem } from '../api.ts'
import { useSpeech, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Failed } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { languageWasChosen } from './preferences.ts'
import { Shell } from './Shell.tsx'

/** Nobody reaches the desk without an account that is ready for work. */
export function Gate() {
  const { shell, ui } = useTexts()
  const { language, speak } = useSpeech()
  const me = useQuery(meQuery)
  const own = me.data?.staff.language
  // The account's language becomes the desk's, unless somebody chose another in this browser.
  useEffect(() => {
    if (own && own !== language && !languageWasChosen()) speak(own)
  }, [own, language, speak])

  if (me.data)
    return me.data.needs.length > 0 ? (
      <Needs me={me.data} />
    ) : (
      <Shell me={me.data} isSignedOut={isSignedOut(me.error)} />
    )
  if (me.isPending)
    return (
      <Center mih="100dvh">
        <Loader aria-label={ui.loading} role="status" />
      </Center>
    )
  if (!isSignedOut(me.error))
    return (
      <Center component="main" mih="100dvh" p="md">
        <Failed fault={me.error} again={() => me.refetch()} />
      </Center>
    )
  return (
    <Center component="main" mih="100dvh">
      <Empty
        icon={<IconLock size={26} />}
        title={shell.signedOutTitle}
        action={
          <Button component="a" href={to.signIn()} mt="sm">
            {shell.signIn}
          </Button>
        }
      >
        {shell.signedOutText}
      </Empty>
    </Center>
  )
}

function isSignedOut(fault: unknown) {
  return fault instanceof Problem && fault.status === 401
}
