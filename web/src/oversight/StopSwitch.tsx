import { List, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Stop, Tool } from './contract.ts'
import { useOversightTexts } from './texts.ts'

interface Switched {
  kind: Stop['kind']
  subject: string
  name: string
  stop: Stop | null
  depends: Tool['depends']
}

/** Stops a tool or a processor at once, after saying what that stops; or opens it again. */
export function StopSwitch({ kind, subject, name, stop, depends }: Switched) {
  const said = useOversightTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const lift = useDeed({
    run: () => api.post(`/transfer-stops/${stop?.id}/lifting`),
    done: said.lifted,
    refreshes: [['oversight']],
  })
  if (stop)
    return (
      <WriteButton
        size="xs"
        variant="default"
        leftSection={<IconPlayerPlay size={15} aria-hidden />}
        loading={lift.isPending}
        onClick={() => lift.mutate()}
        label={`${said.lift}: ${name}`}
      >
        {said.lift}
      </WriteButton>
    )
  return (
    <>
      <WriteButton
        size="xs"
        variant="default"
        leftSection={<IconHandStop size={15} aria-hidden />}
        onClick={open}
        label={`${said.stop}: ${name}`}
      >
        {said.stop}
      </WriteButton>
      <Dialog
        opened={opened}
        onClose={close}
        title={said.stopTitle(name)}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {opened && <Confirm stopping={{ kind, subject, depends }} onDone={close} />}
      </Dialog>
    </>
  )
}

function Confirm({
  stopping: { kind, subject, depends },
  onDone,
}: {
  stopping: Pick<Switched, 'kind' | 'subject' | 'depends'>
  onDone: () => void
}) {
  const said = useOversightTexts()
  const [reason, setReason] = useState('')
  const stop = useDeed({
    run: () => api.post('/transfer-stops', { kind, subject, reason }),
    done: said.stoppedNow,
    refreshes: [['oversight']],
    then: onDone,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    stop.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack>
        <Text size="sm">{said.stopText}</Text>
        {depends.length > 0 && (
          <div>
            <Text size="sm" fw={600} mb={4}>
              {said.stopsThese}
            </Text>
            <List size="sm">
              {depends.map(({ processor, provider, goesOn }) => (
                <List.Item key={processor}>
                  {provider}
                  {goesOn && ` (${said.goesOn})`}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        <Textarea
          label={said.stopReason}
          description={said.stopReasonHint}
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FormFoot label={said.stop} busy={stop.isPending} onCancel={onDone} color="red.9" />
      </Stack>
    </Form>
  )
}
