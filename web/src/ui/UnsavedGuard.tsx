import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'

/** Asks before something typed and not saved would be lost. */
export function UnsavedGuard({ when }: { when: boolean }) {
  const { ui } = useTexts()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => when,
    enableBeforeUnload: () => when,
    withResolver: true,
  })
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={ui.unsavedTitle}
      closeButtonProps={{ 'aria-label': ui.unsavedStay }}
    >
      <Text size="sm" mb="lg">
        {ui.unsavedText}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => proceed?.()}>
          {ui.unsavedLeave}
        </Button>
        <Button onClick={() => reset?.()} data-autofocus>
          {ui.unsavedStay}
        </Button>
      </Group>
    </Modal>
  )
}
