import { Group, Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { ClarifyModal } from './ClarifyModal.tsx'
import type { RightsRequest } from './contract.ts'
import { DecideModal } from './DecideModal.tsx'
import { ExtendModal } from './ExtendModal.tsx'
import { IdentifyModal } from './IdentifyModal.tsx'
import { LetterModal } from './LetterModal.tsx'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

type Open = 'identify' | 'decide' | 'extend' | 'clarification' | 'letter' | null

/** The one primary button of a request, and the steps that are rarer behind a menu. */
export function NextStep({ request }: { request: RightsRequest }) {
  const said = useRightsTexts()
  const [open, setOpen] = useState<Open>(null)
  const [letter, setLetter] = useState('reply')
  const takeUp = useStep(request, 'taking-up', said.takenUp)
  const { next } = request
  const write = (kind: string) => {
    setLetter(kind)
    setOpen('letter')
  }
  const press: Record<string, () => void> = {
    identify: () => setOpen('identify'),
    'choose-person': () => setOpen('identify'),
    'await-requester': () => setOpen('identify'),
    'await-clarification': () => setOpen('clarification'),
    'take-up': () => takeUp.mutate({}),
    decide: () => setOpen('decide'),
    correct: () => document.getElementById('items')?.scrollIntoView(),
    erase: () => document.getElementById('plan')?.scrollIntoView(),
    answer: () => write(answerOf(request.state)),
    'post-letter': () => document.getElementById('letters')?.scrollIntoView(),
  }
  const onClick = press[next]
  const close = () => setOpen(null)
  return (
    <Group gap="xs">
      {onClick && next !== 'await-clarification' && next !== 'await-requester' ? (
        <WriteButton loading={takeUp.isPending} onClick={onClick}>
          {said.steps[next] ?? next}
        </WriteButton>
      ) : (
        <Text>{said.steps[next] ?? next}</Text>
      )}
      {next === 'await-clarification' && (
        <WriteButton variant="default" onClick={() => setOpen('clarification')}>
          {said.clarified}
        </WriteButton>
      )}
      {next === 'await-requester' && (
        <WriteButton variant="default" onClick={() => setOpen('identify')}>
          {said.steps.identify}
        </WriteButton>
      )}
      <MoreSteps request={request} onOpen={setOpen} onWrite={write} />
      {open === 'identify' && <IdentifyModal request={request} onClose={close} />}
      {open === 'decide' && <DecideModal request={request} onClose={close} />}
      {open === 'extend' && <ExtendModal request={request} onClose={close} onPrepared={() => write('extension')} />}
      {open === 'clarification' && <ClarifyModal request={request} onClose={close} />}
      {open === 'letter' && <LetterModal request={request} kind={letter} onClose={close} />}
    </Group>
  )
}

function answerOf(state: string): string {
  if (state === 'refused') return 'refusal'
  return state === 'cannot-identify' ? 'cannot-identify' : 'reply'
}

function MoreSteps({
  request,
  onOpen,
  onWrite,
}: {
  request: RightsRequest
  onOpen: (what: Open) => void
  onWrite: (kind: string) => void
}) {
  const said = useRightsTexts()
  const [opened, { toggle, close }] = useDisclosure(false)
  const clarify = useStep(request, 'clarification-question', said.clarifyNow, () => onWrite('clarification'))
  const withdraw = useStep(request, 'withdrawal', said.withdrawnNow)
  const can = (event: string) => request.events.includes(event)
  const steps = [
    can('clarification-question') && { said: said.clarify, run: () => clarify.mutate({}) },
    can('extension') && !request.extendedAt && { said: said.extend, run: () => onOpen('extend') },
    can('withdrawal') && { said: said.withdraw, run: () => withdraw.mutate({}) },
  ].filter((step) => step !== false)
  if (steps.length === 0) return null
  return (
    <Menu opened={opened} onChange={toggle} onClose={close}>
      <Menu.Target>
        <WriteButton variant="default" leftSection={<IconDots size={16} aria-hidden />}>
          {said.more}
        </WriteButton>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map((step) => (
          <Menu.Item key={step.said} onClick={step.run}>
            {step.said}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
