import type { Language } from '#platform/language'
import type { DaysBeyond } from '../contracts/days-beyond.ts'
import { daysSaid, withDays } from '../contracts/part-period.ts'
import { type Line, netOf, pricedAt, totalsOf } from '../lines.ts'
import { type Cents, rounded, sumOf } from '../money.ts'
import { type Billed, type Credit, creditable, creditOf, roundingLine } from './creditable.ts'

/** The days of an invoice that are given back, of the lines that its contract has: what was added to a draft is of no days. */
export interface DaysGivenBack extends DaysBeyond {
  lines: readonly string[]
}

/**
 * The credit of days that an invoice bills, to the cent: what is left of each line less what the days that stay come to. All that is left,
 * where no day stays.
 */
export function creditOfDays(
  invoice: Billed,
  notes: readonly Billed[],
  { since, until, all, kept, lines: ids, language }: DaysGivenBack & { language: Language },
): Credit {
  const own = invoice.lines.filter(({ id }) => ids.includes(id))
  if (kept === 0 && own.length === invoice.lines.length) return creditOf(invoice, notes)
  const said = daysSaid({ since, until, all }, language)
  const left = creditable(invoice.lines, notes)
  const credited = notes.flatMap((note) => note.lines)
  const given = (net: Cents) => rounded(BigInt(net) * BigInt(kept), BigInt(all)) - net
  const parts = own.flatMap((line) => {
    const quantity = rounded(BigInt(left.get(line.id) ?? 0) * BigInt(kept - all), BigInt(all))
    if (quantity === 0) return []
    const back = given(netOf(line) + sumOf(credited.filter(({ id }) => id === line.id).map(netOf)))
    const part: Line = { ...line, quantity, text: withDays(line.text, said) }
    return [{ line: pricedAt(part, back) ?? part, back }]
  })
  const priced = parts.map(({ line }) => line)
  const rounding = totalsOf(priced).byVat.flatMap(({ category, rate, net }) => {
    const ofRate = (line: Line) => line.vatCategory === category && line.vatRate === rate
    // What earlier notes were rounded by is left of the rate, too.
    const apart = credited.filter((line) => ofRate(line) && !left.has(line.id)).map(netOf)
    const cents = sumOf(parts.filter(({ line }) => ofRate(line)).map(({ back }) => back)) + given(sumOf(apart)) - net
    return cents === 0 ? [] : [roundingLine(cents, { category, rate })]
  })
  const lines = [...priced, ...rounding]
  return { ...totalsOf(lines), lines }
}
