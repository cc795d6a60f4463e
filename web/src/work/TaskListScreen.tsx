import { Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ListScreen } from '../lists/ListScreen.tsx'
import { to } from '../to.ts'
import { Empty } from '../ui/Empty.tsx'
import { useWorkTexts } from './texts.ts'

/** Everybody's tasks as a list: own columns, filters, views, a file and reports. */
export function TaskListScreen() {
  const said = useWorkTexts()
  return (
    <ListScreen
      list="tasks"
      actions={
        <Button component={Link} to={to.tasks()} variant="subtle">
          {said.toDoList}
        </Button>
      }
      empty={
        <Empty icon={<IconChecklist size={26} />} title={said.noTasks}>
          {said.noTasksText}
        </Empty>
      }
    />
  )
}
