import { ActionIcon, Anchor, Checkbox, Group, Menu } from '@mantine/core'
import { IconBell, IconDots, IconPencil, IconRepeat, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Task } from './contract.ts'
import { SubjectLink } from './SubjectLink.tsx'
import { TaskForm } from './TaskForm.tsx'
import { useWorkTexts } from './texts.ts'

/** One task: ticked here, opened for editing by its title. */
export function TaskRow({
  task,
  isMine = false,
  on,
}: {
  task: Task
  isMine?: boolean
  /** Whose card it stands on, which need not be said again. */
  on?: 'party' | 'deal'
}) {
  const said = useWorkTexts()
  const [isEdited, setEdited] = useState(false)
  const settle = useDeed({
    run: () => api.post(`/tasks/${task.id}/${task.doneAt ? 'reopening' : 'completion'}`),
    done: task.doneAt ? said.taskReopened : said.taskDone,
    refreshes: [['work']],
  })
  return (
    <div className="task-row">
      <Checkbox
        // Ticked at once; the server's word comes after.
        checked={(task.doneAt !== null) !== settle.isPending}
        onChange={() => settle.mutate()}
        aria-label={task.doneAt ? said.reopen(task.title) : said.complete(task.title)}
        mt={2}
      />
      <div style={{ minWidth: 0, flex: 1 }}>
        <button type="button" className="task-title" onClick={() => setEdited(true)} data-done={task.doneAt !== null}>
          {task.title}
        </button>
        <TaskFacts task={task} isMine={isMine} on={on} />
      </div>
      <TaskMenu task={task} onEdit={() => setEdited(true)} />
      {isEdited && <TaskForm task={task} onClose={() => setEdited(false)} />}
    </div>
  )
}

function TaskFacts({ task, isMine, on }: { task: Task; isMine: boolean; on?: 'party' | 'deal' }) {
  const said = useWorkTexts()
  const { day } = useFormat()
  const { company, person, subject, dueOn, dueTime, doneAt, isLate, isToday } = task
  const due = [isToday ? said.today : day(dueOn), dueTime].filter(Boolean).join(' ')
  const party = company ?? person
  return (
    <Group gap={8} mt={2} c="dimmed" fz="xs" className="figures">
      {due && (isLate && !doneAt ? <StateBadge said={`${due} · ${said.late}`} tone="bad" /> : <span>{due}</span>)}
      {task.repeats && <IconRepeat size={14} aria-label={said.repeating[task.repeats]} />}
      {task.remindAt && !doneAt && <IconBell size={14} aria-label={said.remind} />}
      {!on && party && (
        <Anchor component={Link} to={company ? to.company(party.id) : to.person(party.id)} size="xs">
          {party.name ?? '…'}
        </Anchor>
      )}
      {on !== 'deal' && subject && <SubjectLink subject={subject} />}
      {!isMine && <span>{task.assignedName}</span>}
    </Group>
  )
}

function TaskMenu({ task, onEdit }: { task: Task; onEdit: () => void }) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const remove = useDeed({
    run: () => api.delete(`/tasks/${task.id}`),
    done: said.taskDeleted,
    binned: `task/${task.id}`,
    refreshes: [['work']],
  })
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`${ui.more}: ${task.title}`}>
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} disabled={task.doneAt !== null} onClick={onEdit}>
          {said.editTask}
        </Menu.Item>
        {task.isOwn && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove.mutate()}>
            {said.deleteTask}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
