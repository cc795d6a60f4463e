import { ActionIcon, Anchor, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { colleaguesQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { ContactChoice } from '../chain/ContactChoice.tsx'
import type { Assignment, Listed } from '../chain/contract.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'

/** Who works on an assignment, and whom at the customer they reach for it. */
export function ContactList({ assignment }: { assignment: Assignment }) {
  const said = useChainTexts()
  const [adding, setAdding] = useState<'staff' | 'person' | null>(null)
  const { id, list, may, company } = assignment
  const off = useMove({
    run: (contact: string) => api.delete(`/assignments/${id}/contacts/${contact}`),
    done: said.takenOff,
    fields: false,
  })
  return (
    <Sheet
      title={said.list}
      actions={
        may.list && (
          <Group gap={4}>
            <WriteButton
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => setAdding('staff')}
            >
              {said.addStaff}
            </WriteButton>
            {company && (
              <WriteButton
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={15} aria-hidden />}
                onClick={() => setAdding('person')}
              >
                {said.addPerson}
              </WriteButton>
            )}
          </Group>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {said.listHint}
      </Text>
      {list.length === 0 ? (
        <Text size="sm">{said.noList}</Text>
      ) : (
        <Stack gap={0} className="plain-rows">
          {list.map((one) => (
            <Row
              key={one.id}
              one={one}
              onTakeOff={may.list ? () => off.mutate(one.id) : null}
              busy={off.isPending && off.variables === one.id}
            />
          ))}
        </Stack>
      )}
      {adding && <AddToList key={adding} kind={adding} assignment={assignment} onClose={() => setAdding(null)} />}
    </Sheet>
  )
}

function Row({ one, onTakeOff, busy }: { one: Listed; onTakeOff: (() => void) | null; busy: boolean }) {
  const said = useChainTexts()
  const name = one.staffName ?? one.personName ?? said.unseen
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        {one.person ? (
          <Anchor component={Link} to={to.person(one.person)} size="sm" fw={600}>
            {name}
          </Anchor>
        ) : (
          <Text size="sm" fw={600}>
            {name}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {[one.task, one.jobRole, one.staff && said.colleague].filter(Boolean).join(' · ')}
        </Text>
        <Group gap="sm">
          {one.phone && (
            <Anchor href={`tel:${one.phone.replaceAll(' ', '')}`} size="xs" className="figures">
              {one.phone}
            </Anchor>
          )}
          {one.email && (
            <Anchor href={`mailto:${one.email}`} size="xs">
              {one.email}
            </Anchor>
          )}
        </Group>
      </div>
      {onTakeOff && (
        <ActionIcon variant="subtle" color="gray" loading={busy} aria-label={said.takeOff(name)} onClick={onTakeOff}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  )
}

function AddToList({
  kind,
  assignment: { id, company },
  onClose,
}: {
  kind: 'staff' | 'person'
  assignment: Assignment
  onClose: () => void
}) {
  const said = useChainTexts()
  const { ui } = useTexts()
  const colleagues = useQuery(colleaguesQuery).data ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [task, setTask] = useState('')
  const add = useMove({
    run: () => api.post(`/assignments/${id}/contacts`, { [kind]: chosen, ...(task ? { task } : {}) }),
    done: said.listed,
    then: onClose,
  })
  const error = add.fault?.said
  const title = kind === 'staff' ? said.addStaff : said.addPerson
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) add.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          {kind === 'staff' ? (
            <Select
              label={said.colleague}
              required
              searchable
              data-autofocus
              data={colleagues.map((one) => ({ value: one.id, label: one.name }))}
              value={chosen}
              error={error}
              onChange={setChosen}
            />
          ) : (
            <ContactChoice company={company ?? ''} label={said.who} value={chosen} error={error} onChange={setChosen} />
          )}
          <TextInput
            label={said.task}
            maxLength={200}
            value={task}
            onChange={(event) => setTask(event.currentTarget.value)}
          />
          <FormFoot label={title} busy={add.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
