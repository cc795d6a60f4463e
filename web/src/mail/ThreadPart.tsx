import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowBackUp, IconArrowBackUpDouble, IconArrowLeft, IconCheck, IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { ComposeForm } from './ComposeForm.tsx'
import type { Thread } from './contract.ts'
import { MessageSheet } from './MessageSheet.tsx'
import { answerTo } from './names.ts'
import { threadQuery } from './queries.ts'
import { answerGoesTo } from './recipients.ts'
import { useMailTexts } from './texts.ts'

export function ThreadPart() {
  const { thread: id = '' } = useParams({ strict: false }) as { thread?: string }
  const said = useMailTexts()
  const thread = useQuery(threadQuery(id))
  return (
    <article className="sheet" style={{ padding: 'var(--mantine-spacing-lg)' }}>
      <Anchor
        component={Link}
        to={to.messages()}
        size="sm"
        hiddenFrom="md"
        mb="sm"
        display="inline-flex"
        style={{ alignItems: 'center', gap: 5 }}
      >
        <IconArrowLeft size={16} aria-hidden />
        {said.back}
      </Anchor>
      <Asked query={thread}>{(one) => <Opened key={one.id} thread={one} />}</Asked>
    </article>
  )
}

function Opened({ thread }: { thread: Thread }) {
  const said = useMailTexts()
  const [answering, setAnswering] = useState<'one' | 'all' | null>(null)
  const last = thread.items.at(-1)
  const lastIn = thread.items.findLast(({ direction }) => direction === 'in')
  const enquiry = thread.items.find(({ enquiryId }) => enquiryId)?.enquiryId
  const answered = lastIn ?? last
  const partners = { one: answered && answerGoesTo(answered, false), all: answered && answerGoesTo(answered, true) }
  const isOne = Boolean(partners.one?.to.length)
  const isMany = (partners.all?.to.length ?? 0) + (partners.all?.cc.length ?? 0) > 1
  const settle = useDeed({
    run: (settled: boolean) => api.post(`/message-threads/${thread.id}/settlement`, { settled }),
    done: (settled) => (settled ? said.settled : said.unsettled),
    refreshes: [['mail']],
  })
  // Where the list gives way to the open thread, this is the page's own heading.
  const isAlone = useMediaQuery('(max-width: 900px)') ?? false
  const isMine = thread.items.some((one) => one.isMine)
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <Title order={isAlone ? 1 : 2} fz="1.3rem" style={{ overflowWrap: 'anywhere' }}>
          {last?.subject === null ? said.hiddenSubject : last?.subject || said.noSubject}
        </Title>
        {enquiry && (
          <Button
            component={Link}
            to={to.enquiry(enquiry)}
            variant="default"
            size="xs"
            leftSection={<IconInbox size={16} aria-hidden />}
          >
            {said.openEnquiry}
          </Button>
        )}
      </Group>
      {thread.items.map((message) => (
        <MessageSheet key={message.id} message={message} />
      ))}
      {thread.mayWrite && (isOne || isMany) && !answering && (
        <Group gap="xs">
          {isOne && (
            <WriteButton leftSection={<IconArrowBackUp size={17} aria-hidden />} onClick={() => setAnswering('one')}>
              {said.answer}
            </WriteButton>
          )}
          {isMany && (
            <WriteButton
              variant={isOne ? 'default' : 'filled'}
              leftSection={<IconArrowBackUpDouble size={17} aria-hidden />}
              onClick={() => setAnswering('all')}
            >
              {said.answerAll}
            </WriteButton>
          )}
          {isMine && last?.direction === 'in' && (
            <WriteButton
              variant="default"
              leftSection={<IconCheck size={16} aria-hidden />}
              onClick={() => settle.mutate(last.settledAt === null)}
            >
              {last.settledAt === null ? said.settle : said.unsettle}
            </WriteButton>
          )}
        </Group>
      )}
      {answering && answered && (
        <section aria-label={answering === 'all' ? said.answerAll : said.answer}>
          {answering === 'all' && answered.others > 0 && (
            <Text size="sm" c="dimmed" mb="xs">
              {said.othersGetNone(answered.others)}
            </Text>
          )}
          <ComposeForm
            recipients={partners[answering] ?? { to: [], cc: [] }}
            mailbox={last?.mailboxId}
            subject={answerTo(last?.subject ?? '')}
            answers={answered.id}
            onDone={() => setAnswering(null)}
          />
        </section>
      )}
    </Stack>
  )
}
