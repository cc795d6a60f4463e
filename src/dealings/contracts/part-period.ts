import { addDays, type Day } from '#platform/finnish-calendar'
import { type Line, netOf } from '../lines.ts'
import { type Cents, rounded } from '../money.ts'
import { billingPeriod } from './contract.ts'

/** How a period is billed that a contract begins or ends in the middle of: by its days, or whole. */
export type PartPeriods = 'days' | 'whole'

/** What is billed of a period: its own first and last day, and those that are billed of it. */
export interface BilledPart {
  from: Day
  to: Day
  since: Day
  until: Day
}

interface Periods {
  startsOn: Day
  months: number
  parts: PartPeriods
  /** The last day that the contract runs, or null while that is not settled. */
  last: Day | null
}

/** What is billed from a day on of the period that it falls into. */
export function partFrom({ startsOn, months, parts, last }: Periods, since: Day): BilledPart {
  const { from, to } = billingPeriod(startsOn, months, since)
  return { from, to, since: parts === 'days' ? since : from, until: last && last < to ? last : to }
}

/**
 * Lines for so many days of a period, to the cent: parts that follow one another come to the whole period together, for each is what is
 * due until its last day less what was due before its first. The text tells the days. A whole period, or one billed whole, stays as it is.
 */
export function linesOfPart(lines: readonly Line[], part: BilledPart, parts: PartPeriods): Line[] {
  const { from, to, since, until } = part
  const [all, before, upTo] = [daysIn(from, to), daysIn(from, addDays(since, -1)), daysIn(from, until)]
  if (parts === 'whole' || upTo - before === all) return [...lines]
  const days = `${written(since)}–${written(until)} (${upTo - before}/${all} pv)`
  return lines.map((line) => {
    const due = (of: number) => rounded(BigInt(netOf(line)) * BigInt(of), BigInt(all))
    const text = `${line.text.slice(0, 990 - days.length)}, ${days}`
    return { ...pricedAt(line, due(upTo) - due(before)), text }
  })
}

// A price has four decimals: of many pieces it cannot hit each cent, and then they are billed as one sum.
function pricedAt(line: Line, net: Cents): Line {
  const share = BigInt(line.quantity) * BigInt(10_000 - line.discount)
  if (share !== 0n) {
    const priced = {
      ...line,
      unitPrice: rounded(BigInt(net) * 1_000_000_000n * (share < 0n ? -1n : 1n), share < 0n ? -share : share),
    }
    if (netOf(priced) === net) return priced
  }
  return { ...line, quantity: 1000, unitPrice: net * 100, discount: 0 }
}

function daysIn(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}

function written(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}.${month}.${year}`
}
