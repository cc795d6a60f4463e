import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useTexts } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Cookies, Snippet } from './contract.ts'
import { useWebsiteTexts } from './texts.ts'

const parts = ['head', 'service', 'embed', 'footer', 'form', 'csp'] as const

/** What the company's own site needs, piece by piece, to be copied. */
export function SnippetPart({ cookies: { snippet, websites } }: { cookies: Cookies }) {
  const said = useWebsiteTexts()
  return (
    <Sheet title={said.snippet}>
      <Stack gap="lg">
        <Text size="sm" c="dimmed">
          {websites.length > 0 ? said.snippetText(websites.join(', ')) : said.noWebsite}
        </Text>
        {parts.map((part) => (
          <Part key={part} part={part} text={snippet[part]} />
        ))}
      </Stack>
    </Sheet>
  )
}

function Part({ part, text }: { part: keyof Snippet; text: string }) {
  const said = useWebsiteTexts()
  const { ui } = useTexts()
  return (
    <div>
      <Group justify="space-between" mb={6} gap="xs">
        <Text size="sm" fw={600}>
          {said.parts[part]}
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy} aria-label={`${ui.copy}: ${said.parts[part]}`}>
              {copied ? ui.copied : ui.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Code>
    </div>
  )
}
