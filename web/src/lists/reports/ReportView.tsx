import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import { Asked } from '../../ui/Asked.tsx'
import type { List, ReportWish } from '../contract.ts'
import { reportQuery } from '../queries.ts'
import { Chart } from './Chart.tsx'
import { shapeOf } from './chart-shape.ts'
import { ReportTable } from './ReportTable.tsx'
import { saveCsv, savePng, saveSvg } from './save-chart.ts'
import { useReportTexts } from './texts.ts'
import { useReportWords } from './useReportWords.ts'

const ExportList = lazy(async () => ({ default: (await import('../ExportList.tsx')).ExportList }))

export interface KeptReport extends ReportWish {
  chart?: 'bar' | 'line' | 'none'
}

/** A report as a chart and as a table, and out of it as a picture or figures; what names somebody leaves only as an export. */
export function ReportView({ list, wish, name }: { list: List; wish: KeptReport; name: string }) {
  const texts = useReportTexts()
  const words = useReportWords(list, wish)
  const svg = useRef<SVGSVGElement>(null)
  const { chart = 'bar', ...asked } = wish
  const report = useQuery(reportQuery(list.name, asked))
  const canDraw = chart !== 'none' && wish.groups.length > 0
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  const names = wish.groups.some(({ column }) => list.columns.find(({ id }) => id === column)?.names)
  const [exporting, setExporting] = useState(false)
  const isChart = canDraw && shown === 'chart'
  return (
    <Asked query={report}>
      {(found) =>
        found.rows.every(({ measures }) => measures[0] === null) ? (
          <Text size="sm" c="dimmed" py="md">
            {texts.nothing}
          </Text>
        ) : (
          <>
            <Group justify="space-between" mb="sm" gap="xs">
              {canDraw ? (
                <SegmentedControl
                  size="xs"
                  aria-label={texts.shownAs}
                  value={shown}
                  onChange={(value) => setShown(value as 'chart' | 'table')}
                  data={[
                    { value: 'chart', label: texts.chart },
                    { value: 'table', label: texts.table },
                  ]}
                />
              ) : (
                <span />
              )}
              <Group gap={4}>
                {isChart && !names && (
                  <>
                    <Save label="PNG" onClick={() => svg.current && savePng(svg.current, name)} />
                    <Save label="SVG" onClick={() => svg.current && saveSvg(svg.current, name)} />
                  </>
                )}
                {names ? (
                  <Save label={texts.file} onClick={() => setExporting(true)} />
                ) : (
                  <Save label="CSV" onClick={() => saveCsv(name, [...words.groups, ...words.measures], found, words)} />
                )}
              </Group>
            </Group>
            {isChart ? (
              <Chart
                svg={svg}
                kind={chart === 'line' ? 'line' : 'bar'}
                overTime={wish.groups[0]?.by !== undefined}
                label={name}
                shape={shapeOf(found, words.group)}
                said={(value) => words.figure(0, value)}
                axis={words.axis}
              />
            ) : (
              <ReportTable list={list} wish={wish} report={found} />
            )}
            {exporting && (
              <Suspense>
                <ExportList list={list} report={asked} onClose={() => setExporting(false)} />
              </Suspense>
            )}
            {found.more && (
              <Text size="xs" c="dimmed">
                {texts.more}
              </Text>
            )}
          </>
        )
      }
    </Asked>
  )
}

function Save({ label, onClick }: { label: string; onClick: () => void }) {
  const texts = useReportTexts()
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      leftSection={<IconDownload size={14} aria-hidden />}
      aria-label={texts.saveAs(label)}
      onClick={onClick}
    >
      {label}
    </Button>
  )
}
