import { Button, Text } from '@mantine/core'
import { IconChartBar, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { listsQuery, viewsQuery } from '../queries.ts'
import { useListTexts } from '../texts.ts'
import type { KeptReport } from './ReportView.tsx'
import { useReportTexts } from './texts.ts'

/** The reports that one has: one's own and those shared. */
export function ReportsScreen() {
  const texts = useReportTexts()
  const lists = useListTexts()
  const navigate = useNavigate()
  const reports = useQuery(viewsQuery<KeptReport>({ kind: 'report' }))
  const known = useQuery(listsQuery)
  const add = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => navigate({ to: to.report('new') })}>
      {texts.add}
    </Button>
  )
  return (
    <>
      <PageHead title={texts.title} under={texts.under} actions={add} />
      <div className="sheet">
        <Asked query={reports}>
          {(found) =>
            found.length === 0 ? (
              <Empty icon={<IconChartBar size={26} />} title={texts.empty} action={add}>
                {texts.emptyText}
              </Empty>
            ) : (
              <ul className="row-cards">
                {found.map(({ id, name, list, isMine, ownerName }) => (
                  <li key={id}>
                    <Link className="row-card" to={to.report(id)}>
                      <Text fw={600} size="sm">
                        {name}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {[
                          known.data?.find((one) => one.name === list)?.title ?? list,
                          isMine ? '' : lists.sharedBy(ownerName ?? ''),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </Text>
                    </Link>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </div>
    </>
  )
}
