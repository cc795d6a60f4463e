import { Button, Group, Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { isAnyUnsaved, wouldLose } from './unsaved.ts'

/** Once on the desk: asks before leaving a page would lose what some form on it says is unsaved. */
export function UnsavedGuard() {
  const queries = useQueryClient()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => wouldLose(queries),
    enableBeforeUnload: isAnyUnsaved,
    withResolver: true,
  })
  return <AskToLeave opened={status === 'blocked'} onStay={() => reset?.()} onLeave={() => proceed?.()} />
}

export function AskToLeave({ opened, onStay, onLeave }: { opened: boolean; onStay: () => void; onLeave: () => void }) {
  const { ui } = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={onStay}
      title={ui.unsavedTitle}
      zIndex={400} // above the window that is being closed
      closeButtonProps={{ 'aria-label': ui.unsavedStay }}
    >
      <Text size="sm" mb="lg">
        {ui.unsavedText}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onLeave}>
          {ui.unsavedLeave}
        </Button>
        <Button onClick={onStay} data-autofocus>
          {ui.unsavedStay}
        </Button>
      </Group>
    </Modal>
  )
}
