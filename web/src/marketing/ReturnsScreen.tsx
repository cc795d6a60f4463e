import { Anchor, Group, Menu, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconMailbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Undeliverable } from './contract.ts'
import { undeliverablesQuery } from './queries.ts'
import { useMarketingTexts } from './texts.ts'
import './marketing.css'
import { Form } from '../ui/Form.tsx'

/** S12.6: what came back, and what becomes of those addresses. */
export function ReturnsScreen() {
  const { back: said, title } = useMarketingTexts()
  const open = useQuery(undeliverablesQuery)
  return (
    <>
      <PageHead title={said.title} under={said.under} crumbs={[{ to: to.campaigns(), label: title }]} />
      <div className="writing">
        <Sheet flush title={said.open}>
          <Asked query={open}>
            {(items) =>
              items.length === 0 ? (
                <Empty icon={<IconCheck size={26} />} title={said.none}>
                  {said.noneText}
                </Empty>
              ) : (
                <ul className="row-cards">
                  {items.map((one) => (
                    <li key={one.id} className="oversight-row">
                      <OpenReturn one={one} />
                    </li>
                  ))}
                </ul>
              )
            }
          </Asked>
        </Sheet>
        <LetterBack />
      </div>
    </>
  )
}

function OpenReturn({ one: { id, person, channel, reason, notedAt } }: { one: Undeliverable }) {
  const { back: said, channels, recipient } = useMarketingTexts()
  const { day } = useFormat()
  const settle = useDeed({
    run: (how: string) => api.post(`/undeliverables/${id}/settlement`, { how }),
    done: said.settled,
    refreshes: [['undeliverables'], ['campaigns']],
  })
  const ways = [
    ['corrected', said.corrected],
    ['removed', said.removed],
    ['still-right', said.stillRight],
  ] as const
  return (
    <>
      <div>
        <Anchor component={Link} to={to.person(person.id)} className="row-link">
          {person.name ?? recipient}
        </Anchor>
        <Text size="sm" c="dimmed">
          {channels[channel] ?? channel}: {said.reasons[reason] ?? said.serverSaid}
          {`, ${day(notedAt)}`}
        </Text>
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <WriteButton variant="default" size="xs" loading={settle.isPending}>
            {said.settle}
          </WriteButton>
        </Menu.Target>
        <Menu.Dropdown>
          {ways.map(([how, label]) => (
            <Menu.Item key={how} onClick={() => settle.mutate(how)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function LetterBack() {
  const { back: said } = useMarketingTexts()
  const [code, setCode] = useState('')
  const [reason, setReason] = useState('moved')
  const note = useDeed({
    run: () => api.post('/letter-returns', { code, reason }),
    done: said.noted,
    refreshes: [['undeliverables'], ['campaigns']],
    then: () => setCode(''),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    note.mutate()
  }
  return (
    <Sheet title={said.letterTitle}>
      <Form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={said.code}
            description={said.codeHint}
            required
            autoComplete="off"
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Select
            label={said.reason}
            allowDeselect={false}
            data={Object.entries(said.reasons).map(([value, label]) => ({ value, label }))}
            value={reason}
            onChange={(next) => setReason(next ?? 'moved')}
          />
          <Group justify="flex-end">
            <WriteButton type="submit" loading={note.isPending} leftSection={<IconMailbox size={17} aria-hidden />}>
              {said.note}
            </WriteButton>
          </Group>
        </Stack>
      </Form>
    </Sheet>
  )
}
