import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconClockPause, IconEyeOff, IconHelpCircle } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Clause } from '../statement/Clause.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Campaign, RecipientState } from './contract.ts'
import { PostPart } from './PostPart.tsx'
import { recipientsQuery } from './queries.ts'
import { Figure } from './ReachPart.tsx'
import { RecipientsPart } from './RecipientsPart.tsx'
import { useMarketingTexts } from './texts.ts'

const open: readonly RecipientState[] = ['queued', 'held', 'sending']
const shown: readonly RecipientState[] = ['sent', 'queued', 'sending', 'held', 'unsure', 'bounced', 'skipped']

/** A campaign on its way, or done: how many are where, what waits for somebody, and everybody it was meant for. */
export function GoingPart({ campaign }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const { number } = useFormat()
  const { counts, state, channel } = campaign
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const done = all - open.reduce((sum, one) => sum + counts[one], 0)
  const isGoing = state === 'queued' || state === 'sending'
  const wordOf = (one: RecipientState) =>
    channel === 'post' && one === 'sending' ? said.printedState : said.recipientStates[one]
  return (
    <Stack gap="lg">
      {counts.held > 0 && <HeldNote campaign={campaign} />}
      {counts.unsure > 0 && <UnsureNote campaign={campaign} />}
      <div className="writing">
        <Sheet title={isGoing ? said.progress : said.result}>
          <Stack gap="lg" aria-live="polite">
            {isGoing && channel === 'email' && (
              <div>
                <Progress
                  value={all === 0 ? 0 : (done / all) * 100}
                  aria-label={said.progressLabel(done, all)}
                  size="lg"
                  mb={6}
                />
                <Text size="sm" c="dimmed" className="figures">
                  {said.progressLabel(done, all)}
                </Text>
              </div>
            )}
            <Group gap="xl" align="flex-end">
              {shown
                .filter((one) => counts[one] > 0 || one === 'sent')
                .map((one) => (
                  <Figure key={one} count={number(counts[one])} what={wordOf(one) ?? one} main={one === 'sent'} />
                ))}
            </Group>
          </Stack>
        </Sheet>
        {channel === 'post' ? (
          <PostPart campaign={campaign} />
        ) : (
          <Sheet className="sheet untracked">
            <Group wrap="nowrap" align="flex-start">
              <IconEyeOff size={24} aria-hidden className="keeps-size" />
              <div>
                <Text fw={640}>{said.noTracking}</Text>
                <Text size="sm" c="dimmed">
                  {said.noTrackingText}
                </Text>
              </div>
            </Group>
          </Sheet>
        )}
      </div>
      <RecipientsPart campaign={campaign} />
    </Stack>
  )
}

function HeldNote({ campaign: { id, counts } }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const first = useInfiniteQuery(recipientsQuery(id, 'held', String(counts.held))).data?.pages[0]?.items[0]
  const [why, what] = said.reasons[first?.code ?? ''] ?? [first?.code ?? '', '']
  return (
    <Alert color="yellow" icon={<IconClockPause />} title={said.heldTitle}>
      {why}. {what} <Clause id={first?.clause} />
    </Alert>
  )
}

function UnsureNote({ campaign: { id, counts } }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const settle = useDeed({
    run: (how: 'sent' | 'again') => api.post(`/campaigns/${id}/unsure`, { how }),
    done: said.unsureDone,
    refreshes: [['campaigns']],
  })
  return (
    <Alert color="yellow" icon={<IconHelpCircle />} title={said.unsureTitle(counts.unsure)}>
      <Stack gap="sm">
        {said.unsureText}
        <Group gap="xs">
          <Button size="xs" variant="default" loading={settle.isPending} onClick={() => settle.mutate('sent')}>
            {said.unsureSent}
          </Button>
          <Button size="xs" variant="default" loading={settle.isPending} onClick={() => settle.mutate('again')}>
            {said.unsureAgain}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
