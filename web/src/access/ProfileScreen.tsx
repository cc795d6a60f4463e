import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Session } from './contract.ts'
import { meQuery, sessionsQuery } from './queries.ts'
import { TokensPart } from './TokensPart.tsx'
import { useAccessTexts } from './texts.ts'

/** One's own account: duties, ways to sign in, sessions, keys for programs. */
export function ProfileScreen() {
  const access = useAccessTexts()
  const say = useSay()
  const me = useQuery(meQuery)
  const sessions = useQuery(sessionsQuery)
  return (
    <>
      <PageHead title={access.profileTitle} under={me.data && `${me.data.staff.name} · ${me.data.staff.email}`} />
      <Stack gap="lg" maw={760}>
        <Sheet title={access.myDuties}>
          <Group gap="xs">
            {me.data?.duties.map(({ id, label }) => (
              <StateBadge key={id} said={say(label)} tone="good" />
            ))}
          </Group>
        </Sheet>
        <Sheet title={access.security}>
          <Text size="sm" c="dimmed" mb="sm">
            {access.securityText}
          </Text>
          <Group>
            <Anchor href="/auth/security">{access.securityLink}</Anchor>
          </Group>
        </Sheet>
        <Sheet title={access.sessions}>
          <Text size="sm" c="dimmed" mb="sm">
            {access.sessionsText}
          </Text>
          <Asked query={sessions}>
            {(all) => (
              <div className="plain-rows">
                {all.map((one) => (
                  <SessionRow key={one.id} session={one} />
                ))}
              </div>
            )}
          </Asked>
        </Sheet>
        {me.data && <TokensPart me={me.data} />}
      </Stack>
    </>
  )
}

function SessionRow({ session: { id, device, openedAt, seenAt, isThis } }: { session: Session }) {
  const { ui } = useTexts()
  const access = useAccessTexts()
  const { instant } = useFormat()
  const end = useDeed({
    run: () => api.delete(`/sessions/${id}`),
    done: access.sessionEnded,
    refreshes: [['sessions'], ['me']],
  })
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {device || ui.unknown}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {access.since} {instant(openedAt)} · {access.lastUsed} {instant(seenAt)}
        </Text>
      </div>
      {isThis ? (
        <StateBadge said={access.thisSession} tone="good" />
      ) : (
        <Button
          size="xs"
          variant="default"
          style={{ flexShrink: 0 }}
          loading={end.isPending}
          onClick={() => end.mutate()}
          aria-label={`${access.endSession}: ${device}`}
        >
          {access.endSession}
        </Button>
      )}
    </Group>
  )
}
