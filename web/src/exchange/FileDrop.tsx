import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { Sheet } from '../ui/Sheet.tsx'
import { useExchangeTexts } from './texts.ts'

/** A file chosen or dropped, as base64 for the server and as text for the reader's own lines. */
export function FileDrop({
  busy,
  chosen,
  onFile,
}: {
  busy: boolean
  chosen: boolean
  onFile: (file: { file: string; text: string }) => void
}) {
  const said = useExchangeTexts()
  const [isOver, setOver] = useState(false)
  const [name, setName] = useState('')
  const read = async (file: File | null | undefined) => {
    if (!file) return
    setName(file.name)
    const bytes = new Uint8Array(await file.arrayBuffer())
    onFile({ file: base64Of(bytes), text: textOf(bytes) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void read(event.dataTransfer.files[0])
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
        <Group p="md" gap="md">
          <FileButton accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={read}>
            {(open) => (
              <Button
                {...open}
                variant={chosen ? 'default' : 'filled'}
                loading={busy}
                leftSection={<IconFileUpload size={17} aria-hidden />}
              >
                {chosen ? said.change : said.choose}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed" flex={1} miw={220}>
            {chosen ? name : said.drop}
          </Text>
        </Group>
      </div>
    </Sheet>
  )
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
