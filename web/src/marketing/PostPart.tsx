import { Alert, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconMailForward, IconPrinter } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useSay } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Campaign, PostingNow } from './contract.ts'
import { downloadLetters } from './download-letters.ts'
import { postingQuery } from './queries.ts'
import { useMarketingTexts } from './texts.ts'

/** The letters of a campaign: made, cleared of those who have said no since, taken to the post. */
export function PostPart({ campaign }: { campaign: Campaign }) {
  const { post: said } = useMarketingTexts()
  const posting = useQuery(postingQuery(campaign.id))
  const isOpen = campaign.state === 'queued' || campaign.state === 'sending'
  return (
    <Sheet title={said.title}>
      <Asked query={posting}>
        {(now) => (
          <Stack gap="lg">
            {isOpen && now.printed > 0 && <ToThePost campaign={campaign} now={now} />}
            {isOpen && <MakeLetters campaign={campaign} now={now} />}
            <Runs now={now} lies={isOpen} />
          </Stack>
        )}
      </Asked>
    </Sheet>
  )
}

function MakeLetters({ campaign, now }: { campaign: Campaign; now: PostingNow }) {
  const { post: said } = useMarketingTexts()
  const say = useSay()
  const queries = useQueryClient()
  const [house, setHouse] = useState('')
  const [isDouble, setDouble] = useState(true)
  const again = now.printed > 0
  const waiting = campaign.counts.queued + campaign.counts.sending
  const make = useDeed({
    run: () => downloadLetters(campaign.id, { processor: house || null, sides: isDouble ? 2 : 1 }),
    done: said.made(waiting),
    refreshes: [['campaigns']],
  })
  return (
    <Stack gap="sm" align="stretch">
      <Text size="sm" c="dimmed">
        {again ? said.againText : said.text(waiting)}
      </Text>
      <Select
        label={said.house}
        allowDeselect={false}
        value={house}
        data={[
          { value: '', label: said.inHouse },
          ...now.houses.map(({ id, name, service }) => ({ value: id, label: `${name} (${say(service)})` })),
        ]}
        onChange={(next) => setHouse(next ?? '')}
      />
      <Checkbox label={said.sides} checked={isDouble} onChange={(event) => setDouble(event.currentTarget.checked)} />
      <Group>
        <WriteButton
          variant={again ? 'default' : 'filled'}
          leftSection={<IconPrinter size={17} aria-hidden />}
          loading={make.isPending}
          onClick={() =>
            make.mutate(undefined, { onError: () => queries.invalidateQueries({ queryKey: ['campaigns'] }) })
          }
        >
          {again ? said.makeAgain : said.make}
        </WriteButton>
      </Group>
    </Stack>
  )
}

function ToThePost({ campaign, now }: { campaign: Campaign; now: PostingNow }) {
  const { post: said, reasons } = useMarketingTexts()
  const [postedOn, setPostedOn] = useState(() => today.format(new Date()))
  const post = useDeed({
    run: () => api.post<{ posted: number }>(`/campaigns/${campaign.id}/posting`, { postedOn }),
    done: said.postedDone(now.printed - now.takeOut.length),
    refreshes: [['campaigns']],
  })
  return (
    <Stack gap="sm">
      <Text fw={640}>{said.lying(now.printed)}</Text>
      {now.takeOut.length > 0 && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={said.takeOutTitle(now.takeOut.length)}>
          <Text size="sm">{said.takeOutText}</Text>
          <ul className="plain-list codes">
            {now.takeOut.map(({ id, code, because }) => (
              <li key={id}>
                <code>{code}</code> {reasons[because]?.[0] ?? because}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Group align="flex-end" gap="sm">
        <TextInput
          type="date"
          label={said.postedOn}
          value={postedOn}
          onChange={(event) => setPostedOn(event.currentTarget.value)}
        />
        <WriteButton
          leftSection={<IconMailForward size={17} aria-hidden />}
          loading={post.isPending}
          onClick={() => post.mutate()}
        >
          {said.posted}
        </WriteButton>
      </Group>
    </Stack>
  )
}

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' })

function Runs({ now: { runs }, lies }: { now: PostingNow; lies: boolean }) {
  const { post: said } = useMarketingTexts()
  const { instant, day } = useFormat()
  if (runs.length === 0) return null
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {said.runs}
      </Text>
      <ul className="plain-list">
        {runs.map(({ id, letters, madeAt, postedOn }, nth) => (
          <li key={id}>
            {said.run(letters, instant(madeAt))},{' '}
            {postedOn ? said.runPosted(day(postedOn)) : nth === 0 && lies ? said.runLies : said.runReplaced}
          </li>
        ))}
      </ul>
    </div>
  )
}
