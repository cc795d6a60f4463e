import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useTexts } from '../texts/index.tsx'
import type { List } from './contract.ts'
import { useListTexts } from './texts.ts'

/** Which columns are shown, and in which order. The first, the row's name, always stays. */
export function ColumnsMenu({
  list,
  shown,
  onChange,
}: {
  list: List
  shown: readonly string[]
  onChange: (columns: string[]) => void
}) {
  const { ui } = useTexts()
  const texts = useListTexts()
  const others = list.columns.filter(({ id }) => !shown.includes(id))
  const labelOf = (id: string) => list.columns.find((column) => column.id === id)?.label ?? id
  const move = (at: number, by: number) => {
    const next = [...shown]
    const [id] = next.splice(at, 1)
    if (id) next.splice(at + by, 0, id)
    onChange(next)
  }
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          className="list-tool"
          title={ui.columns}
          leftSection={<IconColumns3 size={17} aria-hidden />}
        >
          {ui.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={460} maw="calc(100vw - 24px)" style={{ overflowY: 'auto' }} aria-label={ui.columns}>
        <Stack gap={4}>
          {shown.map((id, at) => (
            <Group key={id} gap={4} wrap="nowrap" justify="space-between">
              <Checkbox
                py={4}
                checked
                disabled={at === 0}
                label={labelOf(id)}
                onChange={() => onChange(shown.filter((one) => one !== id))}
              />
              <Group gap={0} wrap="nowrap">
                <Move label={texts.moveUp(labelOf(id))} disabled={at < 2} onClick={() => move(at, -1)}>
                  <IconArrowUp size={15} aria-hidden />
                </Move>
                <Move
                  label={texts.moveDown(labelOf(id))}
                  disabled={at === 0 || at === shown.length - 1}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={15} aria-hidden />
                </Move>
              </Group>
            </Group>
          ))}
          {others.map(({ id, label }) => (
            <Checkbox key={id} py={4} checked={false} label={label} onChange={() => onChange([...shown, id])} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function Move({
  label,
  disabled,
  onClick,
  children,
}: {
  label: string
  disabled: boolean
  onClick: () => void
  children: React.ReactNode
}) {
  return (
    <ActionIcon variant="transparent" color="gray" size="sm" aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}
