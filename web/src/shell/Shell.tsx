import { AppShell, Burger, Group, Text } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import type { Me } from '../access/contract.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx'
import { useRememberedAddress } from '../work/remember-opened.ts'
import { AccountMenu } from './AccountMenu.tsx'
import { Alarm } from './Alarm.tsx'
import { BottomNav } from './BottomNav.tsx'
import { DutySwitch } from './DutySwitch.tsx'
import { Mark } from './Mark.tsx'
import { Nav } from './Nav.tsx'
import { SearchOpener } from './SearchOpener.tsx'

const KeyboardHelp = lazy(async () => ({ default: (await import('./KeyboardHelp.tsx')).KeyboardHelp }))
const Bell = lazy(async () => ({ default: (await import('../work/Bell.tsx')).Bell }))
const Finder = lazy(async () => ({ default: (await import('./Finder.tsx')).Finder }))

export function Shell({ me, isSignedOut }: { me: Me; isSignedOut: boolean }) {
  const { shell } = useTexts()
  const [menu, { toggle, close }] = useDisclosure(false)
  const [help, helping] = useDisclosure(false)
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  // Following a link closes the phone's menu: the address is outside this component.
  useEffect(close, [path])
  useRememberedAddress(path)
  useHotkeys([
    ['shift+?', helping.toggle],
    ['alt+1', () => navigate({ to: to.enquiries() })],
    ['alt+2', () => navigate({ to: to.companies() })],
    ['alt+3', () => navigate({ to: to.people() })],
    ['alt+4', () => navigate({ to: to.statement() })],
    ['alt+5', () => navigate({ to: to.myDay() })],
    ['alt+6', () => navigate({ to: to.tasks() })],
  ])

  return (
    <>
      <a className="skip" href="#content">
        {shell.skip}
      </a>
      <AppShell
        header={{ height: 58 }}
        navbar={{ width: 248, breakpoint: 'sm', collapsed: { mobile: !menu } }}
        footer={{ height: { base: 60, sm: 0 } }}
        padding={{ base: 'md', sm: 'xl' }}
      >
        <AppShell.Header className="head" px="md">
          <Group h="100%" wrap="nowrap" gap="md" justify="space-between">
            <Group wrap="nowrap" gap="sm" w={{ base: 'auto', sm: 216 }} style={{ flex: 'none' }}>
              <Burger
                opened={menu}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={menu ? shell.closeMenu : shell.openMenu}
              />
              <Mark />
              <Text fw={680} visibleFrom="sm">
                {shell.name}
              </Text>
            </Group>
            <SearchOpener />
            <Group wrap="nowrap" gap={6} style={{ flex: 'none' }}>
              {me.reads.includes('com.activities') && (
                <Suspense fallback={<span style={{ width: 38 }} />}>
                  <Bell />
                </Suspense>
              )}
              <DutySwitch me={me} />
              <AccountMenu me={me} onHelp={helping.open} />
            </Group>
          </Group>
        </AppShell.Header>
        {/* Closed on a phone, it is out of the keyboard's way too. */}
        <AppShell.Navbar p="sm" className="side" aria-label={shell.navigation} {...(menu ? {} : { visibleFrom: 'sm' })}>
          <Nav me={me} />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          <Alarm me={me} isSignedOut={isSignedOut} />
          <Outlet />
        </AppShell.Main>
        <AppShell.Footer hiddenFrom="sm">
          <BottomNav me={me} onMore={toggle} isOpen={menu} />
        </AppShell.Footer>
      </AppShell>
      <UnsavedGuard />
      <Suspense>
        <Finder />
      </Suspense>
      {help && (
        <Suspense>
          <KeyboardHelp opened onClose={helping.close} />
        </Suspense>
      )}
    </>
  )
}
