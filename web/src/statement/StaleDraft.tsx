import { Alert, Button, Group, Stack } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useTexts } from '../texts/index.tsx'

const shownAtMost = 12

/** Somebody else saved the draft first: their lines that this text does not have. Nothing typed is lost. */
export function StaleDraft({ theirs, typed, onTake }: { theirs: string; typed: string; onTake: () => void }) {
  const { register } = useTexts()
  const mine = new Set(typed.split('\n'))
  const lines = theirs
    .split('\n')
    .map((text, at) => ({ text, number: at + 1 }))
    .filter(({ text }) => !mine.has(text))
  return (
    <Alert color="yellow" role="alert" icon={<IconUsersGroup />} title={register.stale} mb="lg">
      <Stack gap="sm">
        {register.staleText}
        {lines.length > 0 && (
          <pre className="code-block">
            {lines
              .slice(0, shownAtMost)
              .map(({ text, number }) => `${number}: ${text}`)
              .join('\n')}
            {lines.length > shownAtMost && '\n…'}
          </pre>
        )}
        <Group>
          <Button size="xs" variant="default" onClick={onTake}>
            {register.takeTheirs}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
