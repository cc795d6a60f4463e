import { Menu, Text } from '@mantine/core'
import { IconFileCertificate, IconMail, IconMailForward, IconPhone, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api, queryOf } from '../api.ts'
import type { Language } from '../contract.ts'
import { languageNames, useSpeech } from '../texts/index.tsx'
import { MenuChoice } from '../ui/MenuChoice.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Person } from './contract.ts'

type Way = 'mail' | 'in-next-mail' | 'print' | 'phone'

/** The statement to the person, in one press: by mail, on paper, or told. */
export function GiveStatement({
  person: { id },
  to: name,
  isQuiet = false,
}: {
  person: Pick<Person, 'id'>
  /** Says in a list whose button it is. */
  to?: string | undefined
  isQuiet?: boolean
}) {
  const {
    language: spoken,
    texts: { register },
  } = useSpeech()
  const [language, setLanguage] = useState<Language>(spoken)
  const give = useDeed({
    run: (way: Way) => api.post(`/people/${id}/notice-deliveries`, { way, language }),
    done: register.statementGiven,
    refreshes: [['people']],
  })
  const print = () => {
    window.open(`/api/v1/people/${id}/statement.pdf${queryOf({ language })}`, '_blank', 'noopener')
    give.mutate('print')
  }
  const ways = [
    { way: 'mail', label: register.sendNow, Icon: IconMail, run: () => give.mutate('mail') },
    { way: 'in-next-mail', label: register.sendNext, Icon: IconMailForward, run: () => give.mutate('in-next-mail') },
    { way: 'print', label: register.print, hint: register.printText, Icon: IconPrinter, run: print },
    { way: 'phone', label: register.byPhone, Icon: IconPhone, run: () => give.mutate('phone') },
  ]
  return (
    <Menu position="bottom-end" shadow="md" width={300}>
      <Menu.Target>
        <WriteButton
          size={isQuiet ? 'xs' : 'sm'}
          variant={isQuiet ? 'default' : 'filled'}
          leftSection={<IconFileCertificate size={17} aria-hidden />}
          loading={give.isPending}
          label={name && `${register.giveStatement}: ${name}`}
        >
          {register.giveStatement}
        </WriteButton>
      </Menu.Target>
      <Menu.Dropdown data-asks="giving-the-statement" data-asks-alone>
        <Menu.Label>{register.giveStatementText}</Menu.Label>
        <MenuChoice
          label={register.statementLanguage}
          value={language}
          onChange={(chosen) => setLanguage(chosen as Language)}
          choices={Object.entries(languageNames).map(([value, label]) => ({ value, label, lang: value }))}
        />
        {ways.map(({ way, label, hint, Icon, run }) => (
          <Menu.Item key={way} leftSection={<Icon size={17} aria-hidden />} onClick={run}>
            {label}
            {hint && (
              <Text size="xs" c="dimmed">
                {hint}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
