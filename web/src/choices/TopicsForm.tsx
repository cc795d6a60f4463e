import { Checkbox, Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Choices } from './contract.ts'
import { useChoicesTexts } from './texts.ts'

const ways = ['phone', 'email', 'reply-mail', 'letter', 'in-person', 'other']

/** Which topics the person wants. What they refused stays unticked: only they bring it back. */
export function TopicsForm({ choices, onDone }: { choices: Choices; onDone: () => void }) {
  const said = useChoicesTexts()
  const [wanted, setWanted] = useState(choices.topics.filter(({ wants }) => wants !== false).map(({ id }) => id))
  const [via, setVia] = useState('phone')
  const save = useDeed({
    run: () => api.put(`/people/${choices.personId}/topics`, { wanted, via }),
    done: said.topicsSaved,
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Checkbox.Group label={said.topics} value={wanted} onChange={setWanted}>
          <Stack gap={8} mt={6}>
            {choices.topics.map(({ id, label, wants }) => (
              <Checkbox key={id} value={id} label={label} disabled={wants === false} />
            ))}
          </Stack>
        </Checkbox.Group>
        {choices.topics.some(({ wants }) => wants === false) && (
          <Text size="xs" c="dimmed">
            {said.topicsHint}
          </Text>
        )}
        <Select
          label={said.via}
          data={ways.map((way) => ({ value: way, label: said.vias[way] ?? way }))}
          allowDeselect={false}
          value={via}
          onChange={(way) => setVia(way ?? via)}
        />
        <FormFoot label={said.save} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
