import { Group, Text } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { NewContent } from '../../ui/NewContent.tsx'
import type { News } from '../../ui/useTyped.ts'
import { useChainTexts } from './texts.ts'

interface Deed {
  isPending: boolean
  mutate: () => void
}

/** The foot of a document being written: what finishing it means, keeping it as it is, and finishing it. */
export function DraftFoot({
  news,
  hint,
  save,
  finish,
  label,
  icon,
}: {
  news: News
  hint: string
  save: Deed
  finish: Deed
  label: string
  icon: ReactNode
}) {
  const said = useChainTexts()
  return (
    <>
      <NewContent news={news} />
      <Group justify="flex-end" gap="sm">
        <Text size="xs" c="dimmed" style={{ flex: '1 1 200px' }}>
          {hint}
        </Text>
        <WriteButton
          variant="default"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {said.save}
        </WriteButton>
        <WriteButton leftSection={icon} loading={finish.isPending} onClick={() => finish.mutate()}>
          {label}
        </WriteButton>
      </Group>
    </>
  )
}
