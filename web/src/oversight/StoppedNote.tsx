import { Text } from '@mantine/core'
import { useFormat } from '../ui/format.ts'
import type { Stop } from './contract.ts'
import { useOversightTexts } from './texts.ts'

/** Since when a way is shut, and why. */
export function StoppedNote({ stop }: { stop: Stop | null }) {
  const said = useOversightTexts()
  const { instant } = useFormat()
  return (
    stop && (
      <Text size="xs" c="red">
        {said.stoppedSince(instant(stop.stoppedAt), stop.reason)}
      </Text>
    )
  )
}
