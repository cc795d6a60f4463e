import { Button } from '@mantine/core'
import { IconLayoutKanban } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ListScreen } from '../../lists/ListScreen.tsx'
import { to } from '../../to.ts'
import { Empty } from '../../ui/Empty.tsx'
import { usePipelineTexts } from './texts.ts'

/** Every opportunity as a list, with the filters, groups and saved views that lists have. */
export function OpportunitiesScreen() {
  const said = usePipelineTexts()
  return (
    <ListScreen
      list="opportunities"
      actions={
        <Button
          component={Link}
          to={to.pipeline()}
          variant="default"
          leftSection={<IconLayoutKanban size={16} aria-hidden />}
        >
          {said.board}
        </Button>
      }
      empty={
        <Empty icon={<IconLayoutKanban size={26} />} title={said.emptyTitle}>
          {said.emptyText}
        </Empty>
      }
    />
  )
}
