import { SegmentedControl, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SearchWords } from '../search-words.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked, Waiting } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { mostNotices, noticesQuery } from './queries.ts'
import { WaitingNoticeRow } from './WaitingNoticeRow.tsx'

const spans = { overdue: -1, week: 7, all: 60 } as const

/** Art. 13, 14: whom the house has still to tell about the register, the most pressing first. */
export function NoticesScreen() {
  const {
    shell: { places },
    register: { toBeTold: said },
  } = useTexts()
  const navigate = useNavigate()
  const { due } = useSearch({ strict: false }) as SearchWords
  const span = due === 'overdue' || due === 'all' ? due : 'week'
  const notices = useQuery(noticesQuery(spans[span]))

  return (
    <>
      <PageHead title={places.notices} under={said.text} crumbs={[{ to: to.people(), label: places.people }]} />
      <div className="sheet">
        <div style={{ padding: 16 }}>
          <SegmentedControl
            aria-label={said.filter}
            data={(['overdue', 'week', 'all'] as const).map((value) => ({ value, label: said.spans[value] }))}
            value={span}
            onChange={(next) => navigate({ to: '.', search: { due: next } as never, replace: true })}
            size="xs"
          />
        </div>
        <Asked query={notices} waiting={<Busy />}>
          {(waiting) =>
            waiting.length === 0 ? (
              <Empty icon={<IconChecks size={26} />} title={said.emptyTitles[span]}>
                {said.emptyText}
              </Empty>
            ) : (
              <>
                <ul className="row-cards" aria-label={places.notices}>
                  {waiting.map((notice) => (
                    <WaitingNoticeRow key={notice.id} notice={notice} />
                  ))}
                </ul>
                <Text size="xs" c="dimmed" px="md" py="sm" className="figures" role="status">
                  {waiting.length < mostNotices ? said.count(waiting.length) : said.most(mostNotices)}
                </Text>
              </>
            )
          }
        </Asked>
      </div>
    </>
  )
}

function Busy() {
  return (
    <div style={{ padding: 20 }}>
      <Waiting rows={7} />
    </div>
  )
}
