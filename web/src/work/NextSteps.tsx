import { Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { WriteButton } from '../access/WriteButton.tsx'
import { Problem } from '../api.ts'
import { Sheet } from '../ui/Sheet.tsx'
import type { Party } from './contract.ts'
import { askedOf, tasksQuery } from './queries.ts'
import { TaskForm } from './TaskForm.tsx'
import { TaskRows } from './TasksScreen.tsx'
import { useWorkTexts } from './texts.ts'
import './work.css'

/** What is still to be done about a company, a person or one deal. */
export function NextSteps({ party }: { party: Party }) {
  const said = useWorkTexts()
  const [isAdding, adding] = useDisclosure(false)
  const tasks = useInfiniteQuery(tasksQuery(askedOf(party)))
  // A duty without tasks has no such part on its cards.
  if (tasks.error instanceof Problem && tasks.error.status === 403) return null
  const all = tasks.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Sheet
      title={said.nextSteps}
      flush={all.length > 0}
      actions={
        <WriteButton
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={adding.open}
        >
          {said.addTask}
        </WriteButton>
      }
    >
      {all.length === 0 ? (
        <Text size="sm" c="dimmed">
          {said.noTasks}
        </Text>
      ) : (
        <TaskRows tasks={all} on={party.subject ? 'deal' : 'party'} />
      )}
      {isAdding && <TaskForm party={party} onClose={adding.close} />}
    </Sheet>
  )
}
