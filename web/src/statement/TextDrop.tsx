import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { Sheet } from '../ui/Sheet.tsx'
import { useStatementTexts } from './texts.ts'

/** A text typed, pasted, dropped or chosen from a file. */
export function TextDrop({
  label,
  hint,
  accept,
  busy,
  onText,
}: {
  label: string
  hint: string
  accept: string
  busy: boolean
  onText: (text: string) => void
}) {
  const said = useStatementTexts()
  const [text, setText] = useState('')
  const [isOver, setOver] = useState(false)
  const [missing, setMissing] = useState(false)
  const read = async (file: File | null | undefined) => file && setText(await file.text())
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void read(event.dataTransfer.files[0])
  }
  return (
    <Sheet>
      <Stack>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the field and the file button do the same. */}
        <div
          className={isOver ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Textarea
            label={label}
            description={hint}
            autosize
            minRows={10}
            maxRows={26}
            p="sm"
            value={text}
            error={missing && !text.trim() ? said.proseMissing : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
        </div>
        <Group justify="space-between">
          <FileButton accept={accept} onChange={read}>
            {(open) => (
              <Button {...open} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
                {said.chooseFile}
              </Button>
            )}
          </FileButton>
          <Button loading={busy} onClick={() => (text.trim() ? onText(text) : setMissing(true))}>
            {said.makeDraft}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  )
}
