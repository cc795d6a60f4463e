import { Button, Group, Text } from '@mantine/core'
import { IconEdit, IconX } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import type { List } from './contract.ts'
import { useListTexts } from './texts.ts'
import { useCells } from './useCells.tsx'
import type { Choosing } from './useChosen.ts'

/** What can be done with the rows chosen. */
export function ChosenBar({ list, choosing, onChange }: { list: List; choosing: Choosing; onChange: () => void }) {
  const texts = useListTexts()
  const { number } = useCells()
  if (!choosing.all && choosing.ids.size === 0) return null
  return (
    <Group className="list-chosen" gap="sm">
      <Text size="sm" fw={600} role="status">
        {choosing.all ? texts.allMatching : texts.chosen(number(choosing.ids.size))}
      </Text>
      {!choosing.all && (
        <Button size="compact-sm" variant="subtle" onClick={choosing.chooseAll}>
          {texts.chooseMatching}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconX size={15} aria-hidden />}
        onClick={choosing.clear}
      >
        {texts.unchoose}
      </Button>
      {list.columns.some(({ edit }) => edit) && (
        <WriteButton size="compact-sm" ml="auto" leftSection={<IconEdit size={15} aria-hidden />} onClick={onChange}>
          {texts.change}
        </WriteButton>
      )}
    </Group>
  )
}
