import { addDays, type Day } from '#platform/finnish-calendar'
import { daysIn } from './part-period.ts'

interface Span {
  since?: Day | null
  until?: Day | null
}

/** Days in a row of an invoice that are given back, of how many that it bills before that, and how many it bills afterwards. */
export interface DaysBeyond {
  since: Day
  until: Day
  all: number
  kept: number
}

/**
 * The days beyond an end that an invoice of `from`…`until` still bills, row by row: those that no credit note gave back (`given`) and nobody
 * left as they are (`left`: these stay billed, and their money stays).
 */
export function daysBeyond(
  { from, until, end }: { from: Day; until: Day; end: Day },
  { given, left }: { given: readonly Span[]; left: readonly Span[] },
): DaysBeyond[] {
  const days = Array.from({ length: daysIn(from, until) }, (_, n) => addDays(from, n))
  const billed = days.filter((day) => !isIn(given, day))
  const rows: { since: Day; until: Day }[] = []
  for (const day of billed) {
    if (day <= end || isIn(left, day)) continue
    const last = rows.at(-1)
    if (last && addDays(last.until, 1) === day) last.until = day
    else rows.push({ since: day, until: day })
  }
  let all = billed.length
  return rows.map((row) => {
    const before = all
    all -= daysIn(row.since, row.until)
    return { ...row, all: before, kept: all }
  })
}

function isIn(spans: readonly Span[], day: Day) {
  return spans.some(({ since, until }) => since && until && since <= day && day <= until)
}
