import type { ReactNode } from 'react'
import type { Drawing } from './Chart.tsx'
import { seriesIn, topsOf } from './chart-shape.ts'

/** Things under one another: the name above its bars, the value after each. */
export function RowMarks({ drawing, height }: { drawing: Drawing; height: number }) {
  const { shape, steps, width, said, axis, ink, fill } = drawing
  const [low, high] = [steps[0] ?? 0, steps.at(-1) ?? 1]
  const left = Math.min(220, Math.round(width * 0.34))
  const right = width - 84
  const x = (value: number) => left + ((value - low) / (high - low)) * (right - left)
  const tops = topsOf(shape)
  return (
    <>
      {steps.map((step) => (
        <line key={step} x1={x(step)} x2={x(step)} y1={4} y2={height - 26} stroke={ink.line} />
      ))}
      {steps
        .filter((_, at) => width > 480 || at % 2 === 0)
        .map((step) => (
          <text key={step} x={x(step)} y={height - 8} fill={ink.faint} textAnchor="middle" fontSize={11}>
            {axis(step)}
          </text>
        ))}
      {shape.categories.map(({ key, label }, at) => (
        <text
          key={key}
          x={left - 10}
          y={((tops[at] ?? 0) + (tops[at + 1] ?? 0) - 12) / 2 + 12}
          fill={ink.text}
          textAnchor="end"
        >
          {shortened(label, left)}
        </text>
      ))}
      {shape.values.flatMap((values, category) =>
        seriesIn(values).map(({ series, value }, nth) => {
          const y = (tops[category] ?? 0) + 8 + 20 * nth
          const [from, to] = [x(Math.min(0, value)), x(Math.max(0, value))]
          return (
            <Mark key={`${category} ${series}`} drawing={drawing} category={category} series={series}>
              <rect
                x={from}
                y={y}
                width={Math.max(1, to - from)}
                height={15}
                rx={2}
                fill={fill(series)}
                stroke={ink.marks[series]}
              />
              <text x={to + 6} y={y + 12} fill={ink.text} fontSize={11}>
                {said(value)}
              </text>
            </Mark>
          )
        }),
      )}
    </>
  )
}

/** Months, quarters or years from left to right, as columns or as lines. */
export function ColumnMarks({ drawing, height, isLine }: { drawing: Drawing; height: number; isLine: boolean }) {
  const { shape, steps, width, axis, ink, fill } = drawing
  const many = shape.series.length
  const [low, high] = [steps[0] ?? 0, steps.at(-1) ?? 1]
  const left = 12 + 7 * Math.max(...steps.map((step) => axis(step).length))
  const bottom = height - 28
  const y = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - 14)
  const each = (width - left - 6) / Math.max(1, shape.categories.length)
  const middle = (category: number) => left + each * (category + 0.5)
  const wide = Math.min(44, (each * 0.78) / many)
  const every = Math.ceil((Math.max(...shape.categories.map(({ label }) => label.length), 4) * 7) / each)
  return (
    <>
      {steps.map((step) => (
        <g key={step}>
          <line x1={left} x2={width} y1={y(step)} y2={y(step)} stroke={ink.line} />
          <text x={left - 8} y={y(step) + 4} fill={ink.faint} textAnchor="end" fontSize={11}>
            {axis(step)}
          </text>
        </g>
      ))}
      {shape.categories.map(({ key, label }, at) =>
        at % every === 0 ? (
          <text key={key} {...within(middle(at), label, width)} y={height - 9} fill={ink.text} fontSize={11}>
            {label}
          </text>
        ) : null,
      )}
      {isLine &&
        shape.series.map(({ key }, series) => (
          <polyline
            key={key}
            fill="none"
            stroke={ink.marks[series]}
            strokeWidth={2.5}
            strokeDasharray={['', '7 4', '2 3', '10 3 2 3', '4 2', '12 5'][series]}
            points={shape.values
              .flatMap((values, at) => (values[series] === null ? [] : [`${middle(at)},${y(values[series] ?? 0)}`]))
              .join(' ')}
          />
        ))}
      {shape.values.flatMap((values, category) =>
        seriesIn(values).map(({ series, value }) => {
          const x = middle(category) + (series - many / 2) * wide
          const [top, base] = [y(Math.max(0, value)), y(Math.min(0, value))]
          return (
            <Mark key={`${category} ${series}`} drawing={drawing} category={category} series={series}>
              {isLine ? (
                <circle
                  cx={middle(category)}
                  cy={y(value)}
                  r={4.5}
                  fill={ink.marks[series]}
                  stroke={ink.paper}
                  strokeWidth={1.5}
                />
              ) : (
                <rect
                  x={x}
                  y={top}
                  width={Math.max(2, wide - 3)}
                  height={Math.max(1, base - top)}
                  rx={2}
                  fill={fill(series)}
                  stroke={ink.marks[series]}
                />
              )}
            </Mark>
          )
        }),
      )}
    </>
  )
}

/** One value: the arrow keys move from one to the next, and each says itself. */
function Mark({
  drawing,
  category,
  series,
  children,
}: {
  drawing: Drawing
  category: number
  series: number
  children: ReactNode
}) {
  const nth = category * drawing.shape.series.length + series
  const label = drawing.label(category, series)
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: WCAG 2.1.1: the keyboard stops at each value, which does nothing but say itself.
    <g
      role="img"
      aria-label={label}
      data-mark={nth}
      tabIndex={nth === drawing.active ? 0 : -1}
      className="chart-mark"
      onFocus={() => drawing.choose(nth)}
    >
      <title>{label}</title>
      {children}
    </g>
  )
}

/** In the middle of its column, or up to the edge where it would be cut off there. */
function within(middle: number, label: string, width: number): { x: number; textAnchor: 'middle' | 'end' } {
  return middle + label.length * 3.5 > width ? { x: width, textAnchor: 'end' } : { x: middle, textAnchor: 'middle' }
}

function shortened(label: string, room: number) {
  const most = Math.floor((room - 14) / 6.6)
  return label.length > most ? `${label.slice(0, most - 1)}…` : label
}
