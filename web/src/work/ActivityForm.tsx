import { Group, MultiSelect, NumberInput, Pill, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { meQuery } from '../access/queries.ts'
import { api, Problem } from '../api.ts'
import { RecordFinder } from '../register/RecordFinder.tsx'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Activity, ActivityKind, Party, Ref } from './contract.ts'
import { instantOf, wallOf } from './helsinki.ts'
import { seeingQuery } from './queries.ts'
import { useWorkTexts } from './texts.ts'

const kinds: readonly ActivityKind[] = ['call', 'meeting', 'visit']

/** Planning or logging a call, a meeting or a visit. What is to come is planned, what has been is done. */
export function ActivityForm({ party, activity, onClose }: { party: Party; activity?: Activity; onClose: () => void }) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const me = useQuery(meQuery).data?.staff.id ?? ''
  const { data: colleagues = [] } = useQuery(seeingQuery(party))
  const [kind, setKind] = useState<ActivityKind>(activity?.kind ?? 'call')
  const [title, setTitle] = useState(activity?.title ?? '')
  const [text, setText] = useState(activity?.text ?? '')
  const [when, setWhen] = useState(() => wallOf(activity ? new Date(activity.at) : new Date()))
  const [minutes, setMinutes] = useState<number | string>(activity?.minutes ?? '')
  const [people, setPeople] = useState<Ref[]>(activity?.people ?? [])
  const [staff, setStaff] = useState<string[]>(activity?.staff.map(({ id }) => id) ?? [me])
  const save = useDeed({
    run: () => {
      const body = {
        ...{ kind, title, text: text.trim() || null, minutes: minutes === '' ? null : Number(minutes), staff },
        ...{ at: instantOf(when.day, when.time)?.toISOString() ?? '', people: people.map(({ id }) => id) },
      }
      return activity
        ? api.patch(`/activities/${activity.id}`, body, activity.revision)
        : api.post('/activities', { ...party, ...body })
    },
    done: said.activitySaved,
    refreshes: [['work']],
    then: onClose,
    quiet: (fault) => fault instanceof Problem && fault.status === 422,
  })
  const refusal = save.error instanceof Problem && save.error.status === 422 ? save.error : null
  const refused = (field: string) => (refusal?.detail.field === field ? refusal.message : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={activity ? said.editActivity : said.addActivity}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <SegmentedControl
            aria-label={said.kind}
            value={kind}
            onChange={(next) => setKind(next as ActivityKind)}
            data={kinds.map((value) => ({ value, label: said.activityKinds[value] }))}
          />
          <TextInput
            label={said.subject}
            required
            maxLength={200}
            data-autofocus
            error={refused('title')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={said.day}
              required
              error={refused('at')}
              value={when.day}
              onChange={(event) => setWhen({ ...when, day: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={said.time}
              required
              value={when.time}
              onChange={(event) => setWhen({ ...when, time: event.currentTarget.value })}
            />
            <NumberInput
              label={said.minutes}
              min={0}
              max={1440}
              step={15}
              allowDecimal={false}
              value={minutes}
              onChange={setMinutes}
            />
          </Group>
          <MultiSelect
            label={said.staff}
            searchable
            error={refused('staff')}
            data={colleagues.map(({ id, name }) => ({ value: id, label: name ?? id }))}
            value={staff}
            onChange={setStaff}
          />
          <Stack gap={6}>
            <RecordFinder
              label={said.people}
              kinds={['person']}
              onChoose={({ id, title }) => setPeople([...people.filter((one) => one.id !== id), { id, name: title }])}
            />
            {people.length > 0 && (
              <Pill.Group>
                {people.map(({ id, name }) => (
                  <Pill
                    key={id}
                    withRemoveButton
                    removeButtonProps={{ 'aria-label': `${said.deleteIt}: ${name}` }}
                    onRemove={() => setPeople(people.filter((one) => one.id !== id))}
                  >
                    {name}
                  </Pill>
                ))}
              </Pill.Group>
            )}
          </Stack>
          <Textarea
            label={said.whatHappened}
            autosize
            minRows={3}
            maxLength={8000}
            error={refused('com.activities')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FormFoot label={ui.save} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
