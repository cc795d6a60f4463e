import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { FileColumns } from './contract.ts'
import { useExchangeTexts } from './texts.ts'
import { upload } from './upload.ts'

/** A file chosen or dropped; it goes to the server as it is. */
export function FileDrop({ holds, onKept }: { holds: string; onKept: (read: FileColumns) => void }) {
  const said = useExchangeTexts()
  const [isOver, setOver] = useState(false)
  const [share, setShare] = useState(0)
  const send = useDeed({
    run: (file: File) => upload({ file, holds }, setShare),
    refreshes: [['imports']],
    then: onKept,
  })
  const take = (file: File | null | undefined) => {
    setShare(0)
    if (file) send.mutate(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <Sheet>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button does the same. */}
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Stack p="md" gap="sm">
          <Group gap="md">
            <FileButton
              accept=".csv,.txt,.tsv,.xlsx,.vcf,text/csv,text/plain,text/vcard,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              onChange={take}
            >
              {(open) => (
                <Button {...open} loading={send.isPending} leftSection={<IconFileUpload size={17} aria-hidden />}>
                  {said.choose}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed" flex={1} miw={220}>
              {said.drop}
            </Text>
          </Group>
          {send.isPending && share > 0 && <Progress value={share * 100} aria-label={said.sending} />}
        </Stack>
      </div>
    </Sheet>
  )
}
