import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Asked } from '../ui/Asked.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useFormat } from '../ui/format.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { OpenWork, StaffMember } from './contract.ts'
import { useHandOverTexts } from './hand-over.texts.ts'
import { openWorkQuery } from './queries.ts'

const refreshes = [['staff']]

/** How much somebody has under way, of each kind, and handing it over to a colleague. */
export function HandOver({ member, staff, onDone }: { member: StaffMember; staff: StaffMember[]; onDone: () => void }) {
  const [to, setTo] = useState<string | null>(null)
  const work = useQuery(openWorkQuery(member.id, to))
  return (
    <Asked query={work}>
      {(open) => (
        <Stack>
          <Handing member={member} staff={staff} work={open} to={to} onTo={setTo} onDone={onDone} />
          {open.handedOver.length > 0 && <Earlier handedOver={open.handedOver} isOpen={member.state === 'open'} />}
        </Stack>
      )}
    </Asked>
  )
}

interface HandingOf {
  member: StaffMember
  staff: StaffMember[]
  work: OpenWork
  to: string | null
  onTo: (to: string | null) => void
  onDone: () => void
}

function Handing({ member, staff, work: { items }, to, onTo, onDone }: HandingOf) {
  const said = useHandOverTexts()
  const [left, setLeft] = useState<readonly string[]>([])
  const kinds = items.filter(({ kind }) => !left.includes(kind))
  const going = kinds.reduce((sum, { many, taken }) => sum + (taken ?? many), 0)
  const hand = useDeed({
    run: () => api.post(`/staff/${member.id}/work/handing`, { to, kinds: kinds.map(({ kind }) => kind) }),
    done: said.handed,
    refreshes,
    then: onDone,
  })
  if (items.length === 0) return <Text size="sm">{said.none}</Text>
  const submit = (event: FormEvent) => {
    event.preventDefault()
    hand.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Text size="sm">{said.text}</Text>
        <Select
          label={said.to}
          required
          searchable
          value={to}
          onChange={onTo}
          data={staff
            .filter(({ id, state }) => id !== member.id && state === 'open')
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Stack gap="xs">
          {items.map(({ kind, many, taken }) => (
            <Group key={kind} justify="space-between" wrap="nowrap" align="flex-start">
              <Checkbox
                label={said.kinds[kind] ?? kind}
                description={taken !== null && taken < many ? said.stay(many - taken) : undefined}
                checked={!left.includes(kind)}
                onChange={({ currentTarget: { checked } }) =>
                  setLeft(checked ? left.filter((one) => one !== kind) : [...left, kind])
                }
              />
              <Text size="sm" className="figures">
                {many}
              </Text>
            </Group>
          ))}
        </Stack>
        <FormFoot label={said.hand(going)} busy={hand.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}

/** What was handed over before, and taking it back for as long as that can be done. */
function Earlier({ handedOver, isOpen }: Pick<OpenWork, 'handedOver'> & { isOpen: boolean }) {
  const said = useHandOverTexts()
  const { instant } = useFormat()
  const undo = useDeed({
    run: (id: string) => api.post(`/hand-overs/${id}/undo`, {}),
    done: said.takenBack,
    refreshes,
  })
  return (
    <section>
      <Text component="h3" size="sm" fw={620} mb="xs">
        {said.earlier}
      </Text>
      <Stack gap="xs">
        {handedOver.map(({ id, at, toName, byName, counts, undoneAt, mayUndo }) => (
          <Group key={id} justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Text size="sm">{said.line(toName ?? '–', byName ?? '–')}</Text>
              <Text size="xs" c="dimmed" className="figures">
                {[
                  instant(at),
                  ...Object.entries(counts).map(([kind, many]) => `${said.kinds[kind] ?? kind} ${many}`),
                  undoneAt && said.undone,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            {mayUndo && isOpen && (
              <Button
                size="compact-sm"
                variant="default"
                loading={undo.isPending && undo.variables === id}
                onClick={() => undo.mutate(id)}
              >
                {said.undo}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </section>
  )
}
