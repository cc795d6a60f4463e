import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconFolderDown, IconPaperclip } from '@tabler/icons-react'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Recipient, ThreadMessage } from './contract.ts'
import { fetchFile } from './fetch-file.ts'
import { partiesOf, recipientAsked } from './recipients.ts'
import { useMailTexts } from './texts.ts'

/** The files of a message: taken to one's computer, or kept among the documents of somebody in it. */
export function MessageFiles({ message }: { message: ThreadMessage }) {
  const said = useMailTexts()
  const { ui } = useTexts()
  const halted = useHaltedReason()
  const fetching = useDeed({
    run: (number: number) =>
      fetchFile(`/messages/${message.id}/files/${number}`, message.attachments[number]?.name || said.unnamed),
    refreshes: [],
  })
  const keep = useDeed({
    run: ({ number, party }: { number: number; party: Recipient }) =>
      api.post(`/messages/${message.id}/files/${number}/document`, recipientAsked(party)),
    done: ({ party }) => said.fileKept(party.name),
    refreshes: [['work'], ['mail', 'attachables']],
  })
  const parties = message.direction === 'in' && !halted ? partiesOf(message.people) : []
  if (message.attachments.length === 0) return null
  return (
    <ul className="files" aria-label={said.files}>
      {message.attachments.map(({ name, bytes }, number) => (
        <li key={`${number} ${name}`}>
          <Button.Group>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden />}
              loading={fetching.isPending && fetching.variables === number}
              onClick={() => fetching.mutate(number)}
            >
              {said.file(name || said.unnamed, said.size(Math.max(1, Math.round(bytes / 1000))))}
            </Button>
            {parties.length > 0 && (
              <Menu position="bottom-end" shadow="md">
                <Menu.Target>
                  <ActionIcon
                    variant="default"
                    size={26}
                    loading={keep.isPending && keep.variables.number === number}
                    aria-label={`${ui.more}: ${name || said.unnamed}`}
                  >
                    <IconDots size={15} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Label>{said.keepFile}</Menu.Label>
                  {parties.map((party) => (
                    <Menu.Item
                      key={party.id}
                      leftSection={<IconFolderDown size={16} aria-hidden />}
                      onClick={() => keep.mutate({ number, party })}
                    >
                      {party.name}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </Button.Group>
        </li>
      ))}
    </ul>
  )
}
