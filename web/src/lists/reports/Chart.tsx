import { useComputedColorScheme } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { ColumnMarks, RowMarks } from './ChartMarks.tsx'
import { inkOf, Patterns } from './chart-ink.tsx'
import { type ChartShape, seriesIn, stepsOf, topsOf } from './chart-shape.ts'

export interface Drawing {
  shape: ChartShape
  steps: number[]
  width: number
  said: (value: number) => string
  axis: (value: number) => string
  ink: ReturnType<typeof inkOf>
  fill: (series: number) => string
  /** The mark that the arrow keys stand on. */
  active: number
  label: (category: number, series: number) => string
  choose: (mark: number) => void
}

/** Bars or lines that also read in greyscale, whose every value the keyboard reaches; beside it stands a table of the same. */
export function Chart({
  shape,
  kind,
  overTime,
  label,
  said,
  axis,
  svg,
}: {
  shape: ChartShape
  kind: 'bar' | 'line'
  /** Months go from left to right; names of things stand under one another, where they can be read. */
  overTime: boolean
  label: string
  said: (value: number) => string
  axis: (value: number) => string
  svg?: Ref<SVGSVGElement>
}) {
  const { ref, width: measured } = useElementSize()
  const ink = inkOf(useComputedColorScheme('light'))
  const id = useId().replaceAll(':', '')
  const [active, setActive] = useState(0)
  const width = Math.max(260, measured || 640)
  const marks = shape.values.flatMap((values, category) =>
    seriesIn(values).map(({ series }) => category * shape.series.length + series),
  )
  const at = Math.max(0, marks.indexOf(active))
  const upright = overTime || kind === 'line'
  const height = upright ? 280 : 34 + (topsOf(shape).at(-1) ?? 0)
  const press = (event: KeyboardEvent<SVGSVGElement>) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] ?? 0
    const last = marks.length - 1
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : Math.max(0, Math.min(last, at + by))
    const next = marks[to] ?? 0
    if (by === 0 && event.key !== 'Home' && event.key !== 'End') return
    event.preventDefault()
    setActive(next)
    event.currentTarget.querySelector<SVGElement>(`[data-mark="${next}"]`)?.focus()
  }
  const drawing: Drawing = {
    ...{ shape, width, said, axis, ink, active: marks[at] ?? 0, choose: setActive },
    steps: stepsOf(shape.values.flat(), width < 420 ? 3 : 4),
    fill: (series) => (shape.series.length === 1 ? (ink.marks[0] ?? '') : `url(#${id}-${series})`),
    label: (category, series) => {
      const value = shape.values[category]?.[series]
      const names = [shape.categories[category]?.label, shape.series[series]?.label].filter(Boolean).join(', ')
      return `${names}: ${value === null || value === undefined ? '–' : said(value)}`
    },
  }
  return (
    <div ref={ref} className="chart">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot hold a drawing. */}
      <svg
        ref={svg}
        role="group"
        aria-label={label}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onKeyDown={press}
        fontFamily="Inter Variable, system-ui, sans-serif"
        fontSize={12}
      >
        <Patterns id={id} ink={ink} />
        {upright ? (
          <ColumnMarks drawing={drawing} height={height} isLine={kind === 'line'} />
        ) : (
          <RowMarks drawing={drawing} height={height} />
        )}
      </svg>
      {shape.series.length > 1 && (
        <ul className="chart-legend">
          {shape.series.map(({ key, label: name }, at) => (
            <li key={key}>
              <svg width={16} height={12} aria-hidden>
                <rect width={16} height={12} rx={2} fill={drawing.fill(at)} stroke={ink.marks[at]} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
