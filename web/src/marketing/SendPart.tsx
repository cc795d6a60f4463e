import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconExternalLink, IconSend, IconTestPipe } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Campaign } from './contract.ts'
import { audienceQuery } from './queries.ts'
import { ReachPart } from './ReachPart.tsx'
import { useMarketingTexts } from './texts.ts'

/** A test to oneself, then the numbers once more, then off it goes. */
export function SendPart({ campaign }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const isLetter = campaign.channel === 'post'
  return (
    <div className="writing">
      <Sheet>
        <ol className="steps">
          <Step title={said.testTitle} isDone={campaign.testedAt !== null}>
            {isLetter ? <ProofStep campaign={campaign} /> : <TestStep campaign={campaign} />}
          </Step>
          <Step title={said.queueTitle} isDone={false}>
            <QueueStep campaign={campaign} />
          </Step>
        </ol>
      </Sheet>
      <ReachPart campaign={campaign} />
    </div>
  )
}

function Step({ title, isDone, children }: { title: string; isDone: boolean; children: ReactNode }) {
  return (
    <li className={isDone ? 'done' : ''}>
      <span className="step-mark" aria-hidden>
        {isDone && <IconCheck size={15} stroke={3} />}
      </span>
      <Stack gap="xs" align="flex-start">
        <Text fw={640}>{title}</Text>
        {children}
      </Stack>
    </li>
  )
}

function TestStep({ campaign: { id, content, testedAt } }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const { instant } = useFormat()
  const me = useQuery(meQuery).data
  const test = useDeed({
    run: () => api.post<Campaign>(`/campaigns/${id}/test`),
    done: said.testSent,
    refreshes: [['campaigns']],
  })
  return (
    <>
      <Text size="sm" c="dimmed">
        {testedAt ? `${said.testedAt(instant(testedAt))}. ${said.testAgain}` : said.testMail(me?.staff.email ?? '')}
      </Text>
      <WriteButton
        variant={testedAt ? 'default' : 'filled'}
        leftSection={<IconTestPipe size={17} aria-hidden />}
        loading={test.isPending}
        reason={Object.keys(content).length === 0 ? said.nothingYet : null}
        onClick={() => test.mutate()}
      >
        {said.testMailDo}
      </WriteButton>
    </>
  )
}

function ProofStep({ campaign: { id, content, testedAt } }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const { instant } = useFormat()
  const nothing = Object.keys(content).length === 0
  const seen = useDeed({
    run: () => api.post(`/campaigns/${id}/proof`),
    done: said.testLetterDone,
    refreshes: [['campaigns']],
  })
  return (
    <>
      <Text size="sm" c="dimmed">
        {testedAt ? `${said.testedAt(instant(testedAt))}. ${said.testAgain}` : said.testLetter}
      </Text>
      <Group gap="xs">
        <Button
          component="a"
          href={`/api/v1/campaigns/${id}/letter.pdf`}
          target="_blank"
          rel="noreferrer"
          variant="default"
          data-disabled={nothing || undefined}
          rightSection={<IconExternalLink size={15} aria-hidden />}
        >
          {said.openLetter}
        </Button>
        <WriteButton
          variant={testedAt ? 'default' : 'filled'}
          leftSection={<IconCheck size={17} aria-hidden />}
          loading={seen.isPending}
          reason={nothing ? said.nothingYet : null}
          onClick={() => seen.mutate()}
        >
          {said.testLetterDo}
        </WriteButton>
      </Group>
    </>
  )
}

function QueueStep({ campaign }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const isLetter = campaign.channel === 'post'
  const [asks, setAsks] = useState(false)
  const now = useQuery(audienceQuery(campaign.id, campaign.revision)).data
  const reason = !campaign.events.includes('queueing') ? said.queueFirst : now?.allowed === 0 ? said.queueEmpty : null
  return (
    <>
      {now && now.allowed > 0 && (
        <Text size="sm" c="dimmed">
          {said.queueText(now.allowed)} {said.reach.lastWord}
        </Text>
      )}
      <WriteButton leftSection={<IconSend size={17} aria-hidden />} reason={reason} onClick={() => setAsks(true)}>
        {isLetter ? said.queueDoPost : said.queueDo}
      </WriteButton>
      {asks && now && (
        <Confirm
          campaign={campaign}
          allowed={now.allowed}
          out={now.meant - now.allowed}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  )
}

function Confirm({
  campaign: { id, channel },
  allowed,
  out,
  onClose,
}: {
  campaign: Campaign
  allowed: number
  out: number
  onClose: () => void
}) {
  const { ui } = useTexts()
  const said = useMarketingTexts()
  const isLetter = channel === 'post'
  const queue = useDeed({
    run: () => api.post<Campaign>(`/campaigns/${id}/queueing`),
    done: isLetter ? said.queuedPost : said.queued,
    refreshes: [['campaigns']],
    then: onClose,
  })
  return (
    <Dialog opened onClose={onClose} title={isLetter ? said.confirm.titlePost : said.confirm.title}>
      <Stack gap="md">
        <Text>{said.confirm.text(allowed, out)}</Text>
        <Alert variant="light" color={isLetter ? 'petrol' : 'yellow'}>
          {isLetter ? said.confirm.leadPost : said.confirm.lead}
        </Alert>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {ui.cancel}
          </Button>
          <Button loading={queue.isPending} onClick={() => queue.mutate()}>
            {isLetter ? said.confirm.doPost(allowed) : said.confirm.do(allowed)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
