import { ActionIcon, Button, Group, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDoorExit } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useHaltedReason } from '../access/useHaltedReason.ts'
import { api } from '../api.ts'
import type { Named } from '../contract.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { type SaidSource, SourceChoice, useSourceAtFirst } from './SourceChoice.tsx'

export function Departure({ person, company }: { person: Named; company: string }) {
  const { register, ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [leftOn, setLeftOn] = useState(new Date().toISOString().slice(0, 10))
  const halted = useHaltedReason()
  const first = useSourceAtFirst()
  const [chosen, setSaid] = useState<SaidSource | null>(null)
  const said = chosen ?? first
  const depart = useDeed({
    run: () => api.post(`/people/${person.id}/departure`, { company, leftOn, ...said }),
    done: register.departed,
    then: close,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    depart.mutate()
  }
  return (
    <>
      <Tooltip label={halted ?? register.departure}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={[`${register.departure}: ${person.name}`, halted].filter(Boolean).join('. ')}
          data-disabled={halted !== null || undefined}
          aria-disabled={halted !== null}
          onClick={() => !halted && open()}
        >
          <IconDoorExit size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Dialog
        opened={opened}
        onClose={close}
        title={register.departureTitle}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <Form onSubmit={submit}>
          <Stack>
            <Text size="sm">
              {person.name}. {register.departureText}
            </Text>
            <TextInput
              type="date"
              label={register.departureDay}
              required
              value={leftOn}
              onChange={(event) => setLeftOn(event.currentTarget.value)}
            />
            <SourceChoice said={said} onChange={setSaid} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {ui.cancel}
              </Button>
              <Button type="submit" loading={depart.isPending}>
                {register.departure}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
