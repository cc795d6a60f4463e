import '../lists.css'
import { Anchor, Button } from '@mantine/core'
import { IconChartBar, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { listQuery, listsQuery, reportQuery, viewsQuery } from '../queries.ts'
import { type KeptReport, ReportView } from './ReportView.tsx'
import { useReportTexts } from './texts.ts'
import { canAsk, type Tile, tiles } from './tiles.ts'

/** How things stand: what this duty may see of sales, invoices and enquiries, and the reports that one has put here. */
export function DashboardScreen() {
  const texts = useReportTexts()
  const navigate = useNavigate()
  const lists = useQuery(listsQuery)
  const own = useQuery(viewsQuery<KeptReport>({ kind: 'report', place: 'dashboard' }))
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => navigate({ to: to.report('new') })}
    >
      {texts.add}
    </Button>
  )
  return (
    <>
      <PageHead title={texts.board} under={texts.boardUnder} actions={add} />
      <Asked query={lists}>
        {(known) => {
          const shown = tiles.filter(({ list }) => known.some(({ name }) => name === list))
          if (shown.length === 0 && !own.data?.length)
            return (
              <div className="sheet">
                <Empty icon={<IconChartBar size={26} />} title={texts.boardEmpty} />
              </div>
            )
          return (
            <div className="tiles">
              {shown.map((tile) => (
                <UsualTile key={tile.name} {...tile} />
              ))}
              {(own.data ?? []).map(({ id, name, list, wish }) => (
                <OneTile key={id} title={name} list={list} wish={wish} report={id} />
              ))}
            </div>
          )
        }}
      </Asked>
    </>
  )
}

function UsualTile(tile: Tile) {
  const { list, wish, instead } = tile
  const texts = useReportTexts()
  const found = useQuery({ ...reportQuery(list, instead?.found ?? wish), enabled: Boolean(instead) })
  if (instead && found.isPending) return null
  const shown = instead && found.data?.rows[0]?.measures[0] ? instead : tile
  return <OneTile title={texts.tiles[shown.name]} list={list} wish={shown.wish} />
}

function OneTile({
  title,
  list: name,
  wish,
  report,
}: {
  title: string
  list: string
  wish: KeptReport
  report?: string
}) {
  const texts = useReportTexts()
  const list = useQuery(listQuery(name))
  if (list.data && !canAsk(list.data, wish)) return null
  const more = report ? (
    <Anchor component={Link} size="sm" to={to.report(report)}>
      {texts.title}
    </Anchor>
  ) : undefined
  return (
    <Sheet title={title} actions={more}>
      <Asked query={list}>{(found) => <ReportView list={found} wish={wish} name={title} />}</Asked>
    </Sheet>
  )
}
