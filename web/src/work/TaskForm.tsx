import { Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { meQuery } from '../access/queries.ts'
import { api, Problem } from '../api.ts'
import { type ChosenParty, PartyField } from '../dealings/pipeline/PartyField.tsx'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Party, Repeats, Task } from './contract.ts'
import { dayAfter, instantOf } from './helsinki.ts'
import { seeingQuery } from './queries.ts'
import { useWorkTexts } from './texts.ts'

interface Typed {
  title: string
  text: string
  assignedTo: string
  dueOn: string
  dueTime: string
  remind: string
  repeats: string
}

/** Adding a task from anywhere, or changing one. Away from a card it asks whom it is about. */
export function TaskForm({ party, task, onClose }: { party?: Party; task?: Task; onClose: () => void }) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const me = useQuery(meQuery).data?.staff.id ?? ''
  const [chosen, setChosen] = useState<ChosenParty | null>(null)
  const whom: Party = party ?? (chosen ? { [chosen.kind]: chosen.id } : {})
  const about = task ? { company: task.company?.id, person: task.company ? undefined : task.person?.id } : whom
  const { data: colleagues = [] } = useQuery(seeingQuery(about))
  const [typed, setTyped] = useState<Typed>({
    title: task?.title ?? '',
    text: task?.text ?? '',
    assignedTo: task?.assignedTo ?? me,
    dueOn: task?.dueOn ?? '',
    dueTime: task?.dueTime ?? '',
    remind: task?.remindAt ? 'kept' : 'none',
    repeats: task?.repeats ?? 'none',
  })
  const type = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const save = useDeed({
    run: () => {
      const body = bodyOf(typed, task)
      return task ? api.patch(`/tasks/${task.id}`, body, task.revision) : api.post('/tasks', { ...whom, ...body })
    },
    done: task ? said.taskSaved : said.taskAdded,
    refreshes: [['work']],
    then: onClose,
    quiet: (fault) => fieldOf(fault) !== null,
  })
  const refused = (field: string) => (fieldOf(save.error) === field ? (save.error as Problem).message : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const reminds = [
    'none',
    ...(task?.remindAt ? ['kept'] : []),
    ...(typed.dueTime ? ['at-time', 'hour'] : []),
    'morning',
    'day-before',
  ]
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={task ? said.editTask : said.addTask}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <TextInput
            label={said.title}
            required
            maxLength={200}
            data-autofocus
            error={refused('title')}
            value={typed.title}
            onChange={(event) => type({ title: event.currentTarget.value })}
          />
          {!task && !party && (
            <PartyField
              label={said.about}
              finder={said.about}
              kinds={['company', 'person']}
              party={chosen}
              onChange={setChosen}
            />
          )}
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={said.dueOn}
              error={refused('dueOn')}
              value={typed.dueOn}
              onChange={(event) => type({ dueOn: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={said.dueTime}
              error={refused('dueTime')}
              disabled={!typed.dueOn}
              value={typed.dueTime}
              onChange={(event) => type({ dueTime: event.currentTarget.value })}
            />
          </Group>
          <Group grow align="flex-start">
            <Select
              label={said.assignedTo}
              searchable
              allowDeselect={false}
              error={refused('assignedTo')}
              data={colleagues.map(({ id, name }) => ({ value: id, label: name ?? id }))}
              value={typed.assignedTo}
              onChange={(assignedTo) => type({ assignedTo: assignedTo ?? me })}
            />
            <Select
              label={said.repeats}
              allowDeselect={false}
              disabled={!typed.dueOn}
              data={Object.entries(said.repeating).map(([value, label]) => ({ value, label }))}
              value={typed.repeats}
              onChange={(repeats) => type({ repeats: repeats ?? 'none' })}
            />
          </Group>
          <Select
            label={said.remind}
            allowDeselect={false}
            disabled={!typed.dueOn}
            error={refused('remindAt')}
            data={reminds.map((value) => ({ value, label: said.reminds[value] ?? value }))}
            value={reminds.includes(typed.remind) ? typed.remind : 'none'}
            onChange={(remind) => type({ remind: remind ?? 'none' })}
          />
          <Textarea
            label={said.details}
            autosize
            minRows={2}
            maxLength={4000}
            error={refused('com.activities')}
            value={typed.text}
            onChange={(event) => type({ text: event.currentTarget.value })}
          />
          <FormFoot label={ui.save} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}

function bodyOf({ title, text, assignedTo, dueOn, dueTime, remind, repeats }: Typed, task: Task | undefined) {
  return {
    title,
    text: text.trim() || null,
    assignedTo,
    dueOn: dueOn || null,
    dueTime: dueOn && dueTime ? dueTime : null,
    repeats: dueOn && repeats !== 'none' ? (repeats as Repeats) : null,
    remindAt: dueOn ? (remind === 'kept' ? (task?.remindAt ?? null) : remindAt(dueOn, dueTime, remind)) : null,
  }
}

function remindAt(dueOn: string, dueTime: string, remind: string): string | null {
  const at = (day: string, time: string) => instantOf(day, time)?.toISOString() ?? null
  if (remind === 'morning') return at(dueOn, '08:00')
  if (remind === 'day-before') return at(dayAfter(dueOn, -1), '09:00')
  if (remind === 'at-time') return at(dueOn, dueTime)
  const due = remind === 'hour' ? instantOf(dueOn, dueTime) : null
  return due ? new Date(due.getTime() - 3_600_000).toISOString() : null
}

function fieldOf(fault: unknown): string | null {
  return fault instanceof Problem && fault.status === 422 ? (fault.detail.field ?? null) : null
}
