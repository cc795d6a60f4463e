import { Button, Group, Stack, Text } from '@mantine/core'
import { IconMailbox, IconMailPlus, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { Problem } from '../api.ts'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { CopyAddressPart } from './CopyAddressPart.tsx'
import type { Mailbox } from './contract.ts'
import { MailboxForm } from './MailboxForm.tsx'
import { MailboxSheet } from './MailboxSheet.tsx'
import { mailboxesQuery } from './queries.ts'
import { ServicesPart } from './ServicesPart.tsx'
import { SignaturePart } from './SignaturePart.tsx'
import { useMailTexts } from './texts.ts'

/** Mailboxes: one's own and the duty's with their settings, those of others by name; signature, copy address, and the services. */
export function MailboxesScreen() {
  const said = useMailTexts()
  const me = useQuery(meQuery).data
  const mailboxes = useQuery({ ...mailboxesQuery, retry: false })
  const [edited, setEdited] = useState<Mailbox | 'new' | null>(null)
  const isAdmin = me?.duties.some(({ id }) => id === 'admin')
  const isNotForMe = mailboxes.error instanceof Problem && mailboxes.error.status === 403
  return (
    <>
      <PageHead
        title={said.mailboxes}
        under={said.mailboxesText}
        crumbs={[{ to: to.messages(), label: said.title }]}
        actions={
          !isNotForMe && (
            <>
              <Button
                component={Link}
                to={to.mailTemplates()}
                variant="default"
                leftSection={<IconTemplate size={16} aria-hidden />}
              >
                {said.templates}
              </Button>
              {mailboxes.data?.mayAdd && (
                <WriteButton leftSection={<IconMailPlus size={17} aria-hidden />} onClick={() => setEdited('new')}>
                  {said.connect}
                </WriteButton>
              )}
            </>
          )
        }
      />
      <Stack gap="lg">
        {isNotForMe && isAdmin ? null : (
          <Asked query={mailboxes}>
            {({ items, mayAdd }) => <All items={items} mayAdd={mayAdd} onEdit={setEdited} />}
          </Asked>
        )}
        {isAdmin && <ServicesPart />}
      </Stack>
      {edited && <MailboxForm mailbox={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />}
    </>
  )
}

function All({ items, mayAdd, onEdit }: { items: Mailbox[]; mayAdd: boolean; onEdit: (mailbox: Mailbox) => void }) {
  const said = useMailTexts()
  const mine = items.filter(({ isMine }) => isMine)
  const others = items.filter(({ isMine }) => !isMine)
  return (
    <>
      {mine.length === 0 && (
        <div className="sheet">
          <Empty icon={<IconMailbox size={26} />} title={said.noMailboxes}>
            {said.noMailboxesText}
          </Empty>
        </div>
      )}
      {mine.map((mailbox) => (
        <MailboxSheet key={mailbox.id} mailbox={mailbox} onEdit={() => onEdit(mailbox)} />
      ))}
      {mayAdd && (
        <div className="columns-2">
          <SignaturePart />
          <CopyAddressPart />
        </div>
      )}
      {others.length > 0 && (
        <Sheet title={said.ofOthers}>
          <Stack gap={0} className="plain-rows">
            {others.map(({ id, name, address, ownerName, sharing }) => (
              <Group key={id} justify="space-between" gap="xs" py={8}>
                <div>
                  <Text size="sm" fw={600}>
                    {name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {[name === address ? null : address, ownerName ?? said.shared].filter(Boolean).join(' · ')}
                  </Text>
                </div>
                <Text size="xs" c="dimmed">
                  {said.shares}: {said.sharing[sharing]?.toLowerCase()}
                </Text>
              </Group>
            ))}
          </Stack>
        </Sheet>
      )}
    </>
  )
}
