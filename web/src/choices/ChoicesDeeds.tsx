import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { ConsentForm } from './ConsentForm.tsx'
import type { Choices } from './contract.ts'
import { RestrictForm } from './RestrictForm.tsx'
import { TopicsForm } from './TopicsForm.tsx'
import { useChoicesTexts } from './texts.ts'
import { WithdrawForm } from './WithdrawForm.tsx'

type Deed = 'consent' | 'withdraw' | 'topics' | 'restrict'

/** The rarer deeds, behind three dots: consent, withdrawal, topics, restriction, and the link to one's own page. */
export function ChoicesDeeds({ choices, reason }: { choices: Choices; reason: string | null }) {
  const said = useChoicesTexts()
  const { ui } = useTexts()
  const [deed, setDeed] = useState<Deed | null>(null)
  const halted = useHaltedReason() ?? reason
  const close = () => setDeed(null)
  const send = useDeed({ run: () => api.post(`/people/${choices.personId}/own-page-links`), done: said.pageSent })
  const titles = {
    consent: said.consentTitle,
    withdraw: said.withdraw,
    topics: said.topicsTitle,
    restrict: said.restrictTitle,
  }
  const given = choices.consents.filter(({ state }) => state === 'given' || state === 'requested')
  return (
    <>
      <Menu position="bottom-end" disabled={halted !== null}>
        <Menu.Target>
          <Tooltip label={halted ?? said.more}>
            <ActionIcon
              variant="default"
              size={30}
              aria-label={[said.more, halted].filter(Boolean).join('. ')}
              aria-disabled={halted !== null}
              data-disabled={halted !== null || undefined}
            >
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.purpose && <Menu.Item onClick={() => setDeed('consent')}>{said.consent}</Menu.Item>}
          {given.length > 0 && <Menu.Item onClick={() => setDeed('withdraw')}>{said.withdraw}</Menu.Item>}
          {choices.topics.length > 0 && <Menu.Item onClick={() => setDeed('topics')}>{said.topics}</Menu.Item>}
          <Menu.Item onClick={() => setDeed('restrict')}>{said.restrict}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => send.mutate()}>{said.sendPage}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog
        opened={deed !== null}
        onClose={close}
        title={deed ? titles[deed] : ''}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {deed === 'consent' && <ConsentForm choices={choices} onDone={close} />}
        {deed === 'withdraw' && <WithdrawForm choices={choices} onDone={close} />}
        {deed === 'topics' && <TopicsForm choices={choices} onDone={close} />}
        {deed === 'restrict' && <RestrictForm person={choices.personId} onDone={close} />}
      </Dialog>
    </>
  )
}
