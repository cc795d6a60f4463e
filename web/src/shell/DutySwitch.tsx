import { Button, Menu, Text } from '@mantine/core'
import { IconBriefcase, IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Me } from '../access/contract.ts'
import { caller } from '../api.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { keepDuty } from './preferences.ts'

const byScreen = 'by-screen'

/** For those with several duties: by screen, or one of them only. */
export function DutySwitch({ me: { duties } }: { me: Me }) {
  const { shell } = useTexts()
  const say = useSay()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(duties.some(({ id }) => id === caller.duty) ? caller.duty : null)
  if (chosen !== caller.duty) caller.duty = chosen
  if (duties.length < 2) return null

  const choose = (duty: string | null) => {
    keepDuty(duty)
    caller.duty = duty
    setChosen(duty)
    queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
  }
  const label = say(duties.find(({ id }) => id === chosen)?.label) || shell.dutyAuto
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          px={10}
          aria-label={`${shell.duty}: ${label}`}
          leftSection={<IconBriefcase size={17} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden className="wide-only" />}
          classNames={{ root: 'duty-switch', label: 'wide-only' }}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shell.duty}</Menu.Label>
        <Menu.RadioGroup value={chosen ?? byScreen} onChange={(duty) => choose(duty === byScreen ? null : duty)}>
          {[{ id: byScreen, label: shell.dutyAuto }, ...duties].map((duty) => (
            <Menu.RadioItem key={duty.id} value={duty.id} closeMenuOnClick>
              {say(duty.label)}
              {duty.id === byScreen && (
                <Text size="xs" c="dimmed">
                  {shell.dutyAutoHint}
                </Text>
              )}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
