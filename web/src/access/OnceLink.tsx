import { Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { useTexts } from '../texts/index.tsx'

/** A link that is shown once and never again. */
export function OnceLink({ link, onDone }: { link: string; onDone: () => void }) {
  const { access, ui } = useTexts()
  return (
    <Stack>
      <Text size="sm">{access.inviteOnce}</Text>
      <Group align="flex-end" wrap="nowrap">
        <TextInput
          label={access.inviteLink}
          readOnly
          value={link}
          flex={1}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
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
