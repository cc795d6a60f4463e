import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Mark } from '../shell/Mark.tsx'
import { useTexts } from '../texts/index.tsx'
import type { Me } from './contract.ts'
import { signOut } from './sign-out.ts'

const AcknowledgeInstruction = lazy(async () => ({
  default: (await import('./AcknowledgeInstruction.tsx')).AcknowledgeInstruction,
}))

/** S10.1, S10.4: an account works only after the undertaking and the acknowledged instruction. */
export function Needs({ me: { needs } }: { me: Me }) {
  const { shell } = useTexts()
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper className="sheet" p="xl" maw={720} w="100%">
        <Stack>
          <Mark size={36} />
          <Title order={1}>{shell.needsTitle}</Title>
          {needs.map((need) => (
            <Stack key={need} gap="sm" align="flex-start">
              <Text>{shell.needs[need] ?? need}</Text>
              {need === 'second-factor' && (
                <Button component="a" href="/auth/second-factor">
                  {shell.toSecondFactor}
                </Button>
              )}
              {need === 'instruction' && (
                <Suspense>
                  <AcknowledgeInstruction />
                </Suspense>
              )}
            </Stack>
          ))}
          <Button variant="subtle" color="gray" onClick={signOut} style={{ alignSelf: 'flex-start' }}>
            {shell.signOut}
          </Button>
        </Stack>
      </Paper>
    </Center>
  )
}
