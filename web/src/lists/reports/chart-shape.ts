import type { Report } from '../contract.ts'

/** What a chart draws: one value for each category and series. */
export interface ChartShape {
  categories: { key: string; label: string }[]
  series: { key: string; label: string }[]
  /** By category, then series; null where there is nothing. */
  values: (number | null)[][]
}

/** Marks that people still tell apart stay; the rest are in the table. */
export const most = { categories: 60, series: 6 }

export function shapeOf(
  report: Report,
  said: (at: number, value: Report['rows'][number]['groups'][number]) => string,
  measure = 0,
): ChartShape {
  const keys = (at: number, limit: number) => {
    const seen = new Map<string, string>()
    for (const { groups } of report.rows) {
      const value = groups[at] ?? null
      const key = keyOf(value)
      if (!seen.has(key) && seen.size < limit) seen.set(key, said(at, value))
    }
    return [...seen].map(([key, label]) => ({ key, label }))
  }
  const hasSeries = (report.rows[0]?.groups.length ?? 0) > 1
  const categories = keys(0, most.categories)
  const series = hasSeries ? keys(1, most.series) : [{ key: '', label: '' }]
  const found = new Map(
    report.rows.map(({ groups, measures }) => [
      `${keyOf(groups[0] ?? null)}\n${hasSeries ? keyOf(groups[1] ?? null) : ''}`,
      measures[measure] ?? null,
    ]),
  )
  const values = categories.map((category) => series.map((one) => found.get(`${category.key}\n${one.key}`) ?? null))
  return { categories, series, values }
}

/** The series that have something in a category. */
export function seriesIn(values: readonly (number | null)[]): { series: number; value: number }[] {
  return values.flatMap((value, series) => (value === null ? [] : [{ series, value }]))
}

/** Where each category begins when they stand under one another with a row for each value, and where the last ends. */
export function topsOf({ values }: ChartShape): number[] {
  const tops = [0]
  for (const each of values) tops.push((tops.at(-1) ?? 0) + 12 + 20 * Math.max(1, seriesIn(each).length))
  return tops
}

function keyOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? String((value as { id: string }).id) : String(value ?? '')
}

/** Round steps of an axis that holds all values and zero: 1, 2 or 5 times a power of ten. */
export function stepsOf(values: readonly (number | null)[], count = 4): number[] {
  const known = values.filter((one) => one !== null)
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  if (low === high) return [0, 1]
  const rough = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}
