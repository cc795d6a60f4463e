import { SegmentedControl, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconInbox } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Problem } from '../api.ts'
import type { SearchWords } from '../search-words.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked, Failed } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MoreRows } from '../ui/MoreRows.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { EnquiryRow } from './EnquiryRow.tsx'
import { EnterEnquiry } from './EnterEnquiry.tsx'
import { enquiriesQuery } from './queries.ts'

/** The inbox: the list on one side, the open enquiry on the other; one after the other on a phone. */
export function EnquiriesScreen() {
  const {
    register: { enquiries: said },
  } = useTexts()
  const { enquiry: openId } = useParams({ strict: false })
  const { show = 'open' } = useSearch({ strict: false }) as SearchWords
  const navigate = useNavigate()
  const found = useInfiniteQuery(enquiriesQuery(askedFor(show)))
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  const step = (by: number) => () => {
    const next = rows[Math.max(0, rows.findIndex(({ id }) => id === openId) + by)]
    if (next) navigate({ to: to.enquiry(next.id), search: { show } as never })
  }
  useHotkeys([
    ['j', step(1)],
    ['k', step(-1)],
  ])
  const choices = (['open', 'mine', 'unassigned', 'closed'] as const).map((value) => ({ value, label: said[value] }))

  if (found.error instanceof Problem && found.error.status === 403) return <Failed fault={found.error} />
  return (
    <div className={openId ? 'split has-open' : 'split'}>
      <div className="list-side sheet">
        <div style={{ padding: '16px 16px 12px' }}>
          <PageHead title={said.title} actions={<EnterEnquiry />} />
          <SegmentedControl
            aria-label={said.filter}
            data={choices}
            value={show}
            fullWidth
            size="xs"
            onChange={(next) => navigate({ to: '.', search: { show: next } as never })}
          />
        </div>
        <Asked query={found}>
          {() =>
            rows.length === 0 ? (
              <Empty icon={<IconInbox size={26} />} title={show === 'closed' ? said.emptyClosed : said.emptyTitle}>
                {show === 'closed' ? null : said.emptyText}
              </Empty>
            ) : (
              <nav aria-label={said.list}>
                {rows.map((row) => (
                  <EnquiryRow key={row.id} enquiry={row} show={show} />
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

function askedFor(show: string) {
  if (show === 'closed') return { state: 'closed' }
  if (show === 'mine') return { state: 'open', assignedTo: 'me' }
  return show === 'unassigned' ? { state: 'open', assignedTo: 'none' } : { state: 'open' }
}
