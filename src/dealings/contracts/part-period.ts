import { addDays, type Day } from '#platform/finnish-calendar'
import type { Language, Said } from '#platform/language'
import { type Line, netOf, pricedAt } from '../lines.ts'
import { rounded } from '../money.ts'
import { figuresIn } from '../papers/figures.ts'
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
}

/** These days of the period that they fall into; all of its days so far where part periods are billed whole. */
export function partOf({ startsOn, months, parts }: Periods, { since, until }: { since: Day; until: Day }): BilledPart {
  const { from, to } = billingPeriod(startsOn, months, since)
  return { from, to, since: parts === 'days' ? since : from, until }
}

/**
 * Lines for so many days of a period, to the cent: parts that follow one another come to the whole period together, for each is what is
 * due until its last day less what was due before its first. The text tells the days. A whole period, or one billed whole, stays as it is.
 */
export function linesOfPart(
  lines: readonly Line[],
  part: BilledPart,
  { parts, language }: { parts: PartPeriods; language: Language },
): Line[] {
  const { from, to, since, until } = part
  const [all, before, upTo] = [daysIn(from, to), daysIn(from, addDays(since, -1)), daysIn(from, until)]
  if (parts === 'whole' || upTo - before === all) return [...lines]
  const said = daysSaid({ since, until, all }, language)
  return lines.map((line) => {
    const due = (of: number) => rounded(BigInt(netOf(line)) * BigInt(of), BigInt(all))
    const net = due(upTo) - due(before)
    // What no price hits is billed as one sum.
    const priced = pricedAt(line, net) ?? { ...line, quantity: 1000, unitPrice: net * 100, discount: 0 }
    return { ...priced, text: withDays(line.text, said) }
  })
}

/** So many days of all, as a line says them to its customer: `1.3.2026–17.3.2026 (17/31 pv)`, one day once. */
export function daysSaid({ since, until, all }: { since: Day; until: Day; all: number }, language: Language): string {
  const { day } = figuresIn(language)
  const span = since === until ? day(since) : `${day(since)}–${day(until)}`
  return `${span} (${daysIn(since, until)}/${all} ${dayWords[language]})`
}

/** The text of a line with the days that it is of, within what a line holds. */
export function withDays(text: string, days: string): string {
  return `${text.slice(0, 990 - days.length)}, ${days}`
}

const dayWords = { fi: 'pv', sv: 'dagar', en: 'days' } as const satisfies Said

/** How many days there are from one to another, both included. */
export function daysIn(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}
