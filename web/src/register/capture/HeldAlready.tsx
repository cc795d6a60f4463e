import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import type { AlreadyHeld } from './contract.ts'
import { useCaptureTexts } from './texts.ts'

/** Who of the register the signature may speak of: opened, or used, before somebody comes in twice. */
export function HeldAlready({
  held,
  onUse,
}: {
  held: AlreadyHeld[]
  onUse: (company: { id: string; name: string }) => void
}) {
  const said = useCaptureTexts()
  const { shell } = useTexts()
  return (
    <Alert color="yellow" variant="light" icon={<IconUsers />} title={said.heldTitle} role="status">
      <Stack gap="xs">
        <Text size="sm">{said.heldText}</Text>
        {held.map(({ id, kind, title, by, closed }) => (
          <Group key={id} justify="space-between" gap="xs">
            <Text size="sm">
              <Anchor component={Link} size="sm" to={kind === 'person' ? to.person(id) : to.company(id)}>
                {title}
              </Anchor>{' '}
              · {shell.kinds[kind]} · {said.by[by]}
            </Text>
            {kind === 'company' && !closed && (
              <Button size="compact-xs" variant="default" onClick={() => onUse({ id, name: title ?? '' })}>
                {said.useIt(title ?? '')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Alert>
  )
}
