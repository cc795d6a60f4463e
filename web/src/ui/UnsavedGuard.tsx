import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'

/** Asks before something typed and not saved would be lost. What keeps itself (`keep`) is kept first, and asked of only when that fails. */
export function UnsavedGuard({ when, keep }: { when: boolean; keep?: () => Promise<boolean> }) {
  const { ui } = useTexts()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async () => when && !(await keep?.()),
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
