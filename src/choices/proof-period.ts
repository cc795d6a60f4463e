import { addDays, addMonths, type Day } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'
import type { Statement } from '#statement'

/** What the statement says of how long a class is kept, and why. */
export interface Keeping {
  class: string
  period: string | null
  ground: Said | null
}

export function keepingOf(statement: Statement, wanted: string): Keeping {
  const rule = (statement.retention?.rules ?? []).find((one) => one.class === wanted)
  const ground = rule?.ground && typeof rule.ground === 'object' ? (rule.ground as Said) : null
  return { class: wanted, period: rule?.period ?? null, ground }
}

/** The last day of a period of the statement, such as `P3Y`; three years where it says none. */
export function endOf(period: string | null, from: Day): Day {
  const [, count = '3', unit = 'Y'] = /^P(\d+)([YMD])$/.exec(period ?? '') ?? []
  if (unit === 'D') return addDays(from, Number(count))
  return addMonths(from, Number(count) * (unit === 'Y' ? 12 : 1))
}
