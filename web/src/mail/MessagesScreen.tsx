import { ActionIcon, Button, Group, SegmentedControl, Select, Text, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconMail, IconSettings, IconTable } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Problem } from '../api.ts'
import type { SearchWords } from '../search-words.ts'
import { to } from '../to.ts'
import { Asked, Failed } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { mailboxesQuery, threadsQuery } from './queries.ts'
import { ThreadLine } from './ThreadLine.tsx'
import { useMailTexts } from './texts.ts'

/** Messages with people of the register: threads on one side, the open one on the other; one after the other on a phone. */
export function MessagesScreen() {
  const said = useMailTexts()
  const { thread: openId } = useParams({ strict: false }) as { thread?: string }
  const { show = 'open', mailbox } = useSearch({ strict: false }) as SearchWords
  const navigate = useNavigate()
  const found = useInfiniteQuery(threadsQuery({ show, mailbox }))
  const mailboxes = useQuery(mailboxesQuery).data?.items ?? []
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  const ask = (part: SearchWords) => navigate({ to: '.', search: { show, mailbox, ...part } as never })
  const step = (by: number) => () => {
    const next = rows[Math.max(0, rows.findIndex(({ threadId }) => threadId === openId) + by)]
    if (next) navigate({ to: to.message(next.threadId), search: { show, mailbox } as never })
  }
  useHotkeys([
    ['j', step(1)],
    ['k', step(-1)],
  ])

  if (found.error instanceof Problem && found.error.status === 403) return <Failed fault={found.error} />
  return (
    <div className={openId ? 'split has-open' : 'split'}>
      <div className="list-side sheet">
        <div style={{ padding: '16px 16px 12px' }}>
          <PageHead
            title={said.title}
            actions={
              <Group gap="xs" wrap="nowrap">
                <Tooltip label={said.asList}>
                  <ActionIcon
                    component={Link}
                    to={to.messageList()}
                    variant="default"
                    size={30}
                    aria-label={said.asList}
                  >
                    <IconTable size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
                <Button
                  component={Link}
                  to={to.mailboxes()}
                  variant="default"
                  size="xs"
                  leftSection={<IconSettings size={16} aria-hidden />}
                >
                  {said.mailboxes}
                </Button>
              </Group>
            }
          />
          <SegmentedControl
            aria-label={said.filter}
            data={['open', 'all', 'sent'].map((value) => ({ value, label: said.show[value] ?? value }))}
            value={show}
            fullWidth
            size="xs"
            onChange={(next) => ask({ show: next })}
          />
          {mailboxes.length > 1 && (
            <Select
              aria-label={said.mailbox}
              size="xs"
              mt={8}
              placeholder={said.everyMailbox}
              clearable
              clearButtonProps={{ 'aria-label': said.everyMailbox }}
              value={mailbox ?? null}
              onChange={(next) => ask({ mailbox: next ?? undefined })}
              data={mailboxes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </div>
        <Asked query={found}>
          {() =>
            rows.length === 0 ? (
              <NoMessages show={show} hasMailboxes={mailboxes.length > 0} />
            ) : (
              <nav aria-label={said.list}>
                {rows.map((row) => (
                  <ThreadLine key={row.id} row={row} search={{ show, mailbox }} />
                ))}
              </nav>
            )
          }
        </Asked>
        <MoreRows hasMore={found.hasNextPage} isFetching={found.isFetchingNextPage} more={found.fetchNextPage} />
        <Text className="unseen" role="status">
          {rows.length}
        </Text>
      </div>
      <div className="open-side">
        <Outlet />
      </div>
    </div>
  )
}

function NoMessages({ show, hasMailboxes }: { show: string; hasMailboxes: boolean }) {
  const said = useMailTexts()
  const isOpen = show === 'open' && hasMailboxes
  return (
    <Empty
      icon={<IconMail size={26} />}
      title={isOpen ? said.emptyOpen : said.emptyAll}
      action={
        hasMailboxes ? undefined : (
          <Group mt="sm">
            <Button component={Link} to={to.mailboxes()}>
              {said.connect}
            </Button>
          </Group>
        )
      }
    >
      {isOpen ? said.emptyOpenText : hasMailboxes ? null : said.emptyAllText}
    </Empty>
  )
}

/** Beside the list, while nothing is open. */
export function NoThreadOpen() {
  const said = useMailTexts()
  return (
    <div className="sheet">
      <Empty icon={<IconMail size={26} />} title={said.nothingOpen} />
    </div>
  )
}
