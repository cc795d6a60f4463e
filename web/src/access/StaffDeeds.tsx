import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFileCheck, IconLink, IconShieldCog, IconTransfer, IconUserOff } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { ChangeDuties } from './ChangeDuties.tsx'
import { CloseAccount } from './CloseAccount.tsx'
import type { StaffMember } from './contract.ts'
import { HandOver } from './HandOver.tsx'
import { useHandOverTexts } from './hand-over.texts.ts'
import { OnceLink } from './OnceLink.tsx'
import { RecordUndertaking } from './RecordUndertaking.tsx'
import { useAccessTexts } from './texts.ts'
import { useHaltedReason } from './useHaltedReason.ts'

type Opened = 'duties' | 'undertaking' | 'work' | 'closure' | null

export function StaffDeeds({ member, staff }: { member: StaffMember; staff: StaffMember[] }) {
  const { ui } = useTexts()
  const access = useAccessTexts()
  const said = useHandOverTexts()
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
    work: said.title(member.name),
    closure: access.closeTitle(member.name),
  }
  // What somebody who has left had under way is handed over afterwards, too.
  const deeds = (
    [
      ['duties', IconShieldCog, access.changeDuties],
      ['undertaking', IconFileCheck, access.recordUndertaking],
      ['link', IconLink, access.renewLink],
      ['work', IconTransfer, said.open],
      ['closure', IconUserOff, access.closeAccount],
    ] as const
  ).filter(
    ([named]) => named === 'work' || (member.state !== 'closed' && (named !== 'link' || member.state === 'invited')),
  )
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
          {deeds.map(([named, Icon, label]) => (
            <Menu.Item
              key={named}
              disabled={halted !== null}
              leftSection={<Icon size={16} aria-hidden />}
              onClick={() => (named === 'link' ? renew.mutate() : setOpened(named))}
            >
              {label}
            </Menu.Item>
          ))}
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
        {opened === 'work' && <HandOver member={member} staff={staff} onDone={close} />}
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
