import { Radio, Stack } from '@mantine/core'
import { Sheet } from '../ui/Sheet.tsx'
import { useExchangeTexts } from './texts.ts'

/** What the file holds, each kind with what it needs. */
export function HoldsChoice({
  kinds,
  holds,
  onChoose,
}: {
  kinds: readonly string[]
  holds: string
  onChoose: (holds: string) => void
}) {
  const said = useExchangeTexts()
  return (
    <Sheet>
      <Radio.Group label={said.holds} value={holds} onChange={onChoose} styles={{ label: { fontWeight: 600 } }}>
        <Stack gap="sm" mt="xs">
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={said.kindsOfRecord[kind] ?? kind} description={said.kindText[kind]} />
          ))}
        </Stack>
      </Radio.Group>
    </Sheet>
  )
}
