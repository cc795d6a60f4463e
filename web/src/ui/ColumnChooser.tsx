import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTexts } from '../texts/index.tsx'

export function ColumnChooser({
  columns,
  visible,
  onChange,
}: {
  columns: { id: string; label: string; fixed?: boolean }[]
  visible: readonly string[]
  onChange: (visible: string[]) => void
}) {
  const { ui } = useTexts()
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={17} aria-hidden />}>
          {ui.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Checkbox.Group
          label={ui.columns}
          value={[...visible]}
          onChange={(chosen) => onChange(columns.map(({ id }) => id).filter((id) => chosen.includes(id)))}
        >
          <Stack gap={10} mt={8}>
            {columns.map(({ id, label, fixed }) => (
              <Checkbox key={id} value={id} label={label} disabled={fixed} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}
