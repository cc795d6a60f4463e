import { Button, Group, Stack, Text } from '@mantine/core'
import { IconFileTypePdf, IconJson } from '@tabler/icons-react'
import type { Released } from './contract.ts'
import { useOversightTexts } from './texts.ts'

/** The extract, as two files to be saved; the server has kept neither. */
export function ExtractReady({ released: { extract, pdf, digest }, name }: { released: Released; name: string }) {
  const said = useOversightTexts()
  const file = name.replace(/[^\p{L}\p{N}-]+/gu, '-')
  return (
    <Stack>
      <Text size="sm">{said.releaseText}</Text>
      <Group gap="xs">
        <Button
          leftSection={<IconFileTypePdf size={17} aria-hidden />}
          onClick={() =>
            save(
              Uint8Array.from(atob(pdf), (one) => one.charCodeAt(0)),
              `${file}.pdf`,
              'application/pdf',
            )
          }
        >
          {said.savePdf}
        </Button>
        <Button
          variant="default"
          leftSection={<IconJson size={17} aria-hidden />}
          onClick={() => save(JSON.stringify(extract, null, 1), `${file}.json`, 'application/json')}
        >
          {said.saveJson}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {said.digest}: <code>{digest}</code>
      </Text>
    </Stack>
  )
}

function save(content: string | Uint8Array<ArrayBuffer>, name: string, type: string) {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
