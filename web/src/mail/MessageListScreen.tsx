import { Button } from '@mantine/core'
import { IconMail, IconMessages } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ListScreen } from '../lists/ListScreen.tsx'
import { to } from '../to.ts'
import { Empty } from '../ui/Empty.tsx'
import { useMailTexts } from './texts.ts'

/** Every message one by one, to filter, sort and export: each as far as its mailbox shares it. */
export function MessageListScreen() {
  const said = useMailTexts()
  return (
    <ListScreen
      list="messages"
      actions={
        <Button
          component={Link}
          to={to.messages()}
          variant="default"
          leftSection={<IconMessages size={16} aria-hidden />}
        >
          {said.asThreads}
        </Button>
      }
      empty={
        <Empty icon={<IconMail size={26} />} title={said.noMessagesYet}>
          {said.listHint}
        </Empty>
      }
    />
  )
}
