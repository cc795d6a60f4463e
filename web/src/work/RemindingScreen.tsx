import { ActionIcon, Alert, Button, CopyButton, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { WorkWishes } from './contract.ts'
import { workWishesQuery } from './queries.ts'
import { useWorkTexts } from './texts.ts'

/** How one wants to be reminded, and one's own calendar's address. */
export function RemindingScreen() {
  const said = useWorkTexts()
  const wishes = useQuery(workWishesQuery)
  return (
    <Stack gap={0} maw={720}>
      <PageHead title={said.reminding} crumbs={[{ to: to.tasks(), label: said.tasks }]} />
      <Asked query={wishes}>
        {(found) => (
          <Stack gap="lg">
            <MailPart wishes={found} />
            <CalendarPart wishes={found} />
          </Stack>
        )}
      </Asked>
    </Stack>
  )
}

function useWish() {
  const said = useWorkTexts()
  return useDeed({
    run: (wish: Partial<Pick<WorkWishes, 'reminderMail' | 'feedNames'>>) => api.put('/work-wishes', wish),
    done: said.wishSaved,
    refreshes: [['work', 'wishes']],
  })
}

function MailPart({ wishes }: { wishes: WorkWishes }) {
  const said = useWorkTexts()
  const wish = useWish()
  return (
    <Sheet title={said.remind}>
      <Switch
        label={said.reminderMail}
        description={said.reminderMailHint}
        checked={wishes.reminderMail}
        disabled={wish.isPending}
        onChange={(event) => wish.mutate({ reminderMail: event.currentTarget.checked })}
      />
    </Sheet>
  )
}

function CalendarPart({ wishes: { feedMadeAt, feedNames } }: { wishes: WorkWishes }) {
  const said = useWorkTexts()
  const { day } = useFormat()
  const wish = useWish()
  const [address, setAddress] = useState<string | null>(null)
  const make = useDeed({
    run: () => api.post<{ address: string }>('/work-wishes/calendar'),
    refreshes: [['work', 'wishes']],
    then: ({ address }) => setAddress(address),
  })
  const end = useDeed({
    run: () => api.delete('/work-wishes/calendar'),
    done: said.calendarClosed,
    refreshes: [['work', 'wishes']],
    then: () => setAddress(null),
  })
  return (
    <Sheet title={said.calendar}>
      <Stack>
        <Text size="sm">{said.calendarText}</Text>
        {address && <NewAddress address={address} />}
        {feedMadeAt && (
          <>
            <Text size="sm" c="dimmed">
              {said.calendarSince(day(feedMadeAt))}
            </Text>
            <Switch
              label={said.feedNames}
              description={said.feedNamesHint}
              checked={feedNames}
              disabled={wish.isPending}
              onChange={(event) => wish.mutate({ feedNames: event.currentTarget.checked })}
            />
          </>
        )}
        <Group gap="xs">
          <WriteButton
            variant={feedMadeAt ? 'default' : 'filled'}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {feedMadeAt ? said.calendarRenew : said.calendarMake}
          </WriteButton>
          {feedMadeAt && (
            <Button variant="subtle" color="red" loading={end.isPending} onClick={() => end.mutate()}>
              {said.calendarEnd}
            </Button>
          )}
        </Group>
      </Stack>
    </Sheet>
  )
}

function NewAddress({ address }: { address: string }) {
  const said = useWorkTexts()
  return (
    <Alert color="petrol" variant="light" title={said.calendarOnce}>
      <TextInput
        aria-label={said.calendar}
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        rightSection={
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <ActionIcon variant="subtle" onClick={copy} aria-label={copied ? said.copied : said.copy}>
                {copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}
              </ActionIcon>
            )}
          </CopyButton>
        }
      />
    </Alert>
  )
}
