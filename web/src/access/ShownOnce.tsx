import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTexts } from '../texts/index.tsx'

/** A secret that is shown once and never again: a link, or a token. */
export function ShownOnce({
  secret,
  label,
  children,
  onDone,
}: {
  secret: string
  label: string
  children: string
  onDone: () => void
}) {
  const { ui } = useTexts()
  return (
    <Stack>
      <Text size="sm">{children}</Text>
      <Group align="flex-end" wrap="nowrap">
        <TextInput
          label={label}
          readOnly
          value={secret}
          flex={1}
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? ui.copied : ui.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Button onClick={onDone} style={{ alignSelf: 'flex-end' }}>
        {ui.done}
      </Button>
    </Stack>
  )
}
