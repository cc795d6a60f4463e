import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFileCheck, IconLink, IconShieldCog, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { ChangeDuties } from './ChangeDuties.tsx'
import { CloseAccount } from './CloseAccount.tsx'
import type { StaffMember } from './contract.ts'
import { OnceLink } from './OnceLink.tsx'
import { RecordUndertaking } from './RecordUndertaking.tsx'
import { useAccessTexts } from './texts.ts'
import { useHaltedReason } from './useHaltedReason.ts'

type Opened = 'duties' | 'undertaking' | 'closure' | null

export function StaffDeeds({ member, staff }: { member: StaffMember; staff: StaffMember[] }) {
  const { ui } = useTexts()
  const access = useAccessTexts()
  const [opened, setOpened] = useState<Opened>(null)
  const [link, setLink] = useState<string | null>(null)
  const halted = useHaltedReason()
  const renew = useDeed({
    run: () => api.post<{ link: string }>(`/staff/${member.id}/link`, { kind: 'invitation' }),
    then: (made) => setLink(made.link),
  })
  const close = () => setOpened(null)
  const titles = {
    duties: access.changeDuties,
    undertaking: access.recordUndertaking,
    closure: access.closeTitle(member.name),
  }
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={access.actionsFor(member.name)}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {halted && <Menu.Label>{halted}</Menu.Label>}
          <Menu.Item
            disabled={halted !== null}
            leftSection={<IconShieldCog size={16} aria-hidden />}
            onClick={() => setOpened('duties')}
          >
            {access.changeDuties}
          </Menu.Item>
          <Menu.Item
            disabled={halted !== null}
            leftSection={<IconFileCheck size={16} aria-hidden />}
            onClick={() => setOpened('undertaking')}
          >
            {access.recordUndertaking}
          </Menu.Item>
          {member.state === 'invited' && (
            <Menu.Item
              disabled={halted !== null}
              leftSection={<IconLink size={16} aria-hidden />}
              onClick={() => renew.mutate()}
            >
              {access.renewLink}
            </Menu.Item>
          )}
          <Menu.Item
            disabled={halted !== null}
            leftSection={<IconUserOff size={16} aria-hidden />}
            onClick={() => setOpened('closure')}
          >
            {access.closeAccount}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog
        opened={opened !== null}
        onClose={close}
        title={opened && titles[opened]}
        closeButtonProps={{ 'aria-label': ui.close }}
        size="lg"
      >
        {opened === 'duties' && <ChangeDuties member={member} onDone={close} />}
        {opened === 'undertaking' && <RecordUndertaking member={member} onDone={close} />}
        {opened === 'closure' && <CloseAccount member={member} staff={staff} onDone={close} />}
      </Dialog>
      <Dialog
        opened={link !== null}
        onClose={() => setLink(null)}
        title={access.inviteLink}
        size="lg"
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {link && <OnceLink link={link} onDone={() => setLink(null)} />}
      </Dialog>
    </>
  )
}
