import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconChecklist, IconPlus, IconSettings } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { WriteButton } from '../access/WriteButton.tsx'
import { useNewAsked } from '../new-asked.ts'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Task } from './contract.ts'
import { tasksQuery } from './queries.ts'
import { TaskForm } from './TaskForm.tsx'
import { TaskRow } from './TaskRow.tsx'
import { useWorkTexts } from './texts.ts'
import './work.css'

/** What is to be done, by whom and when. */
export function TasksScreen() {
  const said = useWorkTexts()
  const navigate = useNavigate()
  const { of = 'me', state = 'open' } = useSearch({ strict: false }) as { of?: string; state?: string }
  const [isAdding, adding] = useDisclosure(false)
  useNewAsked(adding.open)
  useHotkeys([['n', adding.open]])
  const tasks = useInfiniteQuery(tasksQuery({ of: of === 'all' ? undefined : of, state }))
  const show = (part: Record<string, string>) =>
    navigate({ to: to.tasks(), search: { of, state, ...part } as never, replace: true })
  return (
    <Stack gap={0} maw={860}>
      <PageHead
        title={said.tasks}
        actions={
          <>
            <Button component={Link} to={to.taskList()} variant="subtle">
              {said.asList}
            </Button>
            <Button
              component={Link}
              to={to.reminding()}
              variant="default"
              leftSection={<IconSettings size={16} aria-hidden />}
            >
              {said.reminding}
            </Button>
            <WriteButton leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
              {said.addTask}
            </WriteButton>
          </>
        }
      />
      <Group mb="md" gap="sm">
        <SegmentedControl
          aria-label={said.assignedTo}
          value={of === 'all' ? 'all' : 'me'}
          onChange={(next) => show({ of: next })}
          data={[
            { value: 'me', label: said.mine },
            { value: 'all', label: said.everybody },
          ]}
        />
        <SegmentedControl
          aria-label={said.tasks}
          value={state}
          onChange={(next) => show({ state: next })}
          data={[
            { value: 'open', label: said.openTasks },
            { value: 'done', label: said.doneTasks },
          ]}
        />
      </Group>
      <Asked query={tasks}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items)
          return all.length === 0 ? (
            <Empty icon={<IconChecklist size={26} />} title={said.noTasks}>
              {said.noTasksText}
            </Empty>
          ) : (
            <Sheet flush>
              <TaskRows tasks={all} isMine={of !== 'all'} />
              <MoreRows
                hasMore={tasks.hasNextPage}
                isFetching={tasks.isFetchingNextPage}
                more={() => void tasks.fetchNextPage()}
              />
            </Sheet>
          )
        }}
      </Asked>
      {isAdding && <TaskForm onClose={adding.close} />}
    </Stack>
  )
}

export function TaskRows({ tasks, isMine, on }: { tasks: readonly Task[]; isMine?: boolean; on?: 'party' | 'deal' }) {
  return (
    <div className="task-rows">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} isMine={isMine} on={on} />
      ))}
    </div>
  )
}
