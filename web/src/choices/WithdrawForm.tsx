import { Select, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Choices } from './contract.ts'
import { useChoicesTexts } from './texts.ts'

const ways = ['phone', 'email', 'reply-mail', 'letter', 'in-person', 'other']

/** Art. 7(3): as easy as giving it was. */
export function WithdrawForm({ choices, onDone }: { choices: Choices; onDone: () => void }) {
  const said = useChoicesTexts()
  const given = choices.consents.filter(({ state }) => state === 'given' || state === 'requested')
  const [channel, setChannel] = useState(given[0]?.channel ?? '')
  const [via, setVia] = useState('phone')
  const purpose = given.find((one) => one.channel === channel)?.purpose
  const save = useDeed({
    run: () => api.post(`/people/${choices.personId}/consent-withdrawals`, { purpose, channel, via }),
    done: said.withdrawn,
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Form onSubmit={submit} data-asks="withdrawal" data-asks-alone>
      <Stack>
        <Select
          label={said.channel}
          data={given.map((one) => ({ value: one.channel, label: choices.channelNames[one.channel] ?? one.channel }))}
          allowDeselect={false}
          value={channel}
          onChange={(one) => setChannel(one ?? channel)}
        />
        <Select
          label={said.via}
          data={ways.map((way) => ({ value: way, label: said.vias[way] ?? way }))}
          allowDeselect={false}
          value={via}
          onChange={(way) => setVia(way ?? via)}
        />
        <FormFoot label={said.withdraw} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </Form>
  )
}
