import { Button, Group } from '@mantine/core'
import { useTexts } from '../texts/index.tsx'

export function FormFoot({
  label,
  busy,
  onCancel,
  color = 'petrol',
}: {
  label: string
  busy: boolean
  onCancel: () => void
  color?: string
}) {
  const { ui } = useTexts()
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {ui.cancel}
      </Button>
      <Button type="submit" loading={busy} color={color}>
        {label}
      </Button>
    </Group>
  )
}
