import { ActionIcon, Avatar, Menu, Text, useMantineColorScheme } from '@mantine/core'
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Me } from '../access/contract.ts'
import { signOut } from '../access/sign-out.ts'
import type { Language } from '../contract.ts'
import { languageNames, useSpeech } from '../texts/index.tsx'
import { to } from '../to.ts'
import { MenuChoice } from '../ui/MenuChoice.tsx'

export function AccountMenu({ me: { staff }, onHelp }: { me: Me; onHelp: () => void }) {
  const {
    language,
    texts: { shell },
    speak,
  } = useSpeech()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={268} shadow="md" closeOnItemClick>
      <Menu.Target>
        <ActionIcon
          variant="transparent"
          size={40}
          radius="xl"
          aria-label={`${initialsOf(staff.name)}, ${staff.name}: ${shell.account}`}
        >
          <Avatar color="petrol" size={34} alt="">
            {initialsOf(staff.name)}
          </Avatar>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {staff.name}
          </Text>
          {staff.email}
        </Menu.Label>
        <Menu.Item component={Link} to={to.profile()} leftSection={<IconUser size={16} aria-hidden />}>
          {shell.places.profile}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onHelp}>
          {shell.keyboard}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{shell.language}</Menu.Label>
        <MenuChoice
          label={shell.language}
          value={language}
          onChange={(chosen) => speak(chosen as Language)}
          choices={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        />
        <Menu.Label>{shell.appearance}</Menu.Label>
        <MenuChoice
          label={shell.appearance}
          value={colorScheme}
          onChange={(chosen) => setColorScheme(chosen as 'light' | 'dark' | 'auto')}
          choices={[
            { value: 'light', label: shell.light },
            { value: 'dark', label: shell.dark },
            { value: 'auto', label: 'Auto' },
          ]}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

// What the button shows is part of what it is called: WCAG 2.5.3.
function initialsOf(name: string) {
  return name
    .split(/\s+/)
    .map(([first = '']) => first)
    .slice(0, 2)
    .join('')
    .toUpperCase()
}
