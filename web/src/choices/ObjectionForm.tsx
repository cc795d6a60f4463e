import { Checkbox, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { useChoicesTexts } from './texts.ts'

const ways = ['phone', 'reply-mail', 'email', 'letter', 'in-person', 'other']

interface Wanted {
  path: string
  hint: string
  done: string
  channels: { value: string; label: string }[]
  topics: { id: string; label: string }[]
  onDone: () => void
}

/** What an objection covers and how it was told: filled in for the commonest, a call that says "nothing more, please". */
export function ObjectionForm({ path, hint, done, channels, topics, onDone }: Wanted) {
  const said = useChoicesTexts()
  const today = new Date().toISOString().slice(0, 10)
  const [wish, setWish] = useState({
    scope: 'all',
    channel: '',
    topic: '',
    via: 'phone',
    saidOn: today,
    byAgent: false,
  })
  const save = useDeed({
    run: () =>
      api.post(path, {
        ...{ scope: wish.scope, via: wish.via, byAgent: wish.byAgent },
        ...(wish.saidOn < today ? { saidAt: `${wish.saidOn}T12:00:00+02:00` } : {}),
        ...(wish.scope === 'channel' ? { channel: wish.channel || channels[0]?.value } : {}),
        ...(wish.scope === 'topic' ? { topic: wish.topic || topics[0]?.id } : {}),
      }),
    done,
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const scopes = ['all', 'channel', ...(topics.length > 0 ? ['topic'] : [])]
  return (
    <Form onSubmit={submit} data-asks="objection" data-asks-alone>
      <Stack>
        <Text size="sm">{hint}</Text>
        <Radio.Group label={said.scope} value={wish.scope} onChange={(scope) => setWish({ ...wish, scope })}>
          <Stack gap={8} mt={6}>
            {scopes.map((scope) => (
              <Radio key={scope} value={scope} label={said.scopes[scope]} />
            ))}
          </Stack>
        </Radio.Group>
        {wish.scope === 'channel' && (
          <Select
            label={said.channel}
            data={channels}
            allowDeselect={false}
            value={wish.channel || channels[0]?.value || null}
            onChange={(channel) => setWish({ ...wish, channel: channel ?? '' })}
          />
        )}
        {wish.scope === 'topic' && (
          <Select
            label={said.topic}
            data={topics.map(({ id, label }) => ({ value: id, label }))}
            allowDeselect={false}
            value={wish.topic || topics[0]?.id || null}
            onChange={(topic) => setWish({ ...wish, topic: topic ?? '' })}
          />
        )}
        <Select
          label={said.via}
          data={ways.map((way) => ({ value: way, label: said.vias[way] ?? way }))}
          allowDeselect={false}
          value={wish.via}
          onChange={(via) => setWish({ ...wish, via: via ?? 'phone' })}
        />
        <TextInput
          type="date"
          label={said.saidOn}
          max={today}
          value={wish.saidOn}
          onChange={(event) => setWish({ ...wish, saidOn: event.currentTarget.value })}
        />
        <Checkbox
          label={said.byAgent}
          checked={wish.byAgent}
          onChange={(event) => setWish({ ...wish, byAgent: event.currentTarget.checked })}
        />
        <FormFoot label={said.object} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
