import { addDays, type Day } from '#platform/finnish-calendar'
import { type BasisPoints, type Cents, rounded } from '../money.ts'
import type { Instalment } from './payment-terms.ts'

// Korkolaki 633/1982 § 12: the reference rate of each half-year, as the Bank of Finland has announced it.
const referenceRates: readonly { from: Day; points: BasisPoints }[] = [
  { from: '2016-07-01', points: 0 },
  { from: '2023-01-01', points: 250 },
  { from: '2023-07-01', points: 400 },
  { from: '2024-01-01', points: 450 },
  { from: '2025-01-01', points: 350 },
  { from: '2025-07-01', points: 250 },
]

/** Korkolaki §§ 4, 4 a and 2: seven points above the reference rate, eight between businesses; a consumer is never asked for more. */
export function lateInterestOn(day: Day, party: { consumer: boolean; agreed?: BasisPoints | null }): BasisPoints {
  const reference = referenceRates.findLast(({ from }) => from <= day)?.points ?? 0
  const legal = reference + (party.consumer ? 700 : 800)
  const { agreed } = party
  if (agreed === null || agreed === undefined) return legal
  return party.consumer ? Math.min(agreed, legal) : agreed
}

export interface Owed {
  instalments: readonly Instalment[]
  /** What was paid and credited, and when. */
  payments: readonly { on: Day; cents: Cents }[]
  consumer: boolean
  agreed?: BasisPoints | null
}

/** Late interest to the end of a day: each day's rate on what was late that day, from the day after it was due. */
export function interestTo(day: Day, { instalments, payments, ...party }: Owed): Cents {
  const turns = new Set<Day>([addDays(day, 1)])
  for (const { dueOn } of instalments) turns.add(addDays(dueOn, 1))
  for (const { on } of payments) turns.add(addDays(on, 1))
  for (const { from } of referenceRates) turns.add(from)
  const days = [...turns].filter((turn) => turn <= addDays(day, 1)).sort()

  let pointDays = 0n // cents × basis points × days
  for (const [n, from] of days.slice(0, -1).entries()) {
    const late = lateOn(from, instalments, payments)
    const rate = lateInterestOn(from, party)
    pointDays += BigInt(late) * BigInt(rate) * BigInt(daysBetween(from, days[n + 1] as Day))
  }
  return rounded(pointDays, 3_650_000n)
}

// A payment of a day covers what is late on that day: it stops the interest from the next.
function lateOn(day: Day, instalments: Owed['instalments'], payments: Owed['payments']): Cents {
  const due = instalments.filter(({ dueOn }) => dueOn < day).reduce((all, { cents }) => all + cents, 0)
  const paid = payments.filter(({ on }) => on < day).reduce((all, { cents }) => all + cents, 0)
  return Math.max(0, due - paid)
}

function daysBetween(from: Day, to: Day) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
