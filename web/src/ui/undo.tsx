import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** A toast with one button that takes the deed back. */
export function tellUndoable(message: string, label: string, undo: () => void) {
  const id = `undo-${Date.now()}`
  notifications.show({
    id,
    color: 'petrol',
    withBorder: true,
    autoClose: 8000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  })
}
