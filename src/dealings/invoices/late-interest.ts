import { addDays, addMonths, type Day, isWorkingDay } from '#platform/finnish-calendar'
import { type BasisPoints, type Cents, rounded } from '../money.ts'
import type { Instalment } from './payment-terms.ts'

/** The reference rate of a half-year, or of several on end that had the same. */
export interface ReferenceRate {
  from: Day
  until: Day
  points: BasisPoints
}

// Korkolaki 633/1982 §§ 12, 12 a: as the Bank of Finland announced them. Later ones are entered at the desk.
export const announcedRates: readonly ReferenceRate[] = [
  { from: '2016-07-01', until: '2022-12-31', points: 0 },
  { from: '2023-01-01', until: '2023-06-30', points: 250 },
  { from: '2023-07-01', until: '2023-12-31', points: 400 },
  { from: '2024-01-01', until: '2024-12-31', points: 450 },
  { from: '2025-01-01', until: '2025-06-30', points: 350 },
  { from: '2025-07-01', until: '2026-06-30', points: 250 },
]

/** The first day of the half-year that a day belongs to. */
export function halfOf(day: Day): Day {
  return day.slice(5) < '07' ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 4)}-07-01`
}

export function endOfHalf(half: Day): Day {
  return addDays(addMonths(half, 6), -1)
}

/** A half-year as people call it, such as `2/2026`. */
export function nameOfHalf(half: Day): string {
  return `${half.slice(5, 7) === '01' ? 1 : 2}/${half.slice(0, 4)}`
}

/** The first half-year between two days of which the reference rate is not known, or null. */
export function unknownHalf(rates: readonly ReferenceRate[], since: Day, until: Day): Day | null {
  for (let half = halfOf(since); half <= until; half = addMonths(half, 6))
    if (referenceOn(rates, half) === null) return half
  return null
}

export interface Party {
  consumer: boolean
  /** What the parties agreed on; null: by law. */
  agreed?: BasisPoints | null
  rates: readonly ReferenceRate[]
}

/**
 * Korkolaki §§ 4, 4 a and 2: seven points above the reference rate, eight between businesses; a consumer is never asked for more.
 * Null where it hangs on a reference rate that is not known: nobody guesses it.
 */
export function lateInterestOn(day: Day, { consumer, agreed = null, rates }: Party): BasisPoints | null {
  if (!consumer && agreed !== null) return agreed
  const reference = referenceOn(rates, day)
  if (reference === null) return null
  const legal = reference + (consumer ? 700 : 800)
  return agreed === null ? legal : Math.min(agreed, legal)
}

export interface Owed extends Party {
  instalments: readonly Instalment[]
  /** What was paid and credited, and when. */
  payments: readonly { on: Day; cents: Cents }[]
}

/** Late interest to the end of a day: each day's rate on what was late that day, from the day after it was due. Null: see `lateInterestOn`. */
export function interestTo(day: Day, { instalments, payments, ...party }: Owed): Cents | null {
  const turns = new Set<Day>([addDays(day, 1)])
  const due = paidInTime(instalments, payments)
  for (const { dueOn } of due) turns.add(addDays(dueOn, 1))
  for (const { on } of payments) turns.add(addDays(on, 1))
  for (const { from, until } of party.rates) turns.add(from).add(addDays(until, 1))
  const days = [...turns].filter((turn) => turn <= addDays(day, 1)).sort()

  let pointDays = 0n // cents × basis points × days
  for (const [n, from] of days.slice(0, -1).entries()) {
    const late = lateOn(from, due, payments)
    if (late === 0) continue
    const rate = lateInterestOn(from, party)
    if (rate === null) return null
    pointDays += BigInt(late) * BigInt(rate) * BigInt(daysBetween(from, days[n + 1] as Day))
  }
  return rounded(pointDays, 3_650_000n)
}

// Velkakirjalaki 622/1947 § 5 (2): what is due on a day without banks may be paid on the next day with them; what is not has been late since.
function paidInTime(instalments: Owed['instalments'], payments: Owed['payments']): Instalment[] {
  let before = 0
  return instalments.flatMap(({ dueOn, cents }) => {
    const open = nextBankingDay(dueOn)
    const paid = payments.filter(({ on }) => on <= open).reduce((all, one) => all + one.cents, 0)
    const inTime = Math.min(Math.max(paid - before, 0), cents)
    before += cents
    return [
      { dueOn: open, cents: inTime },
      { dueOn, cents: cents - inTime },
    ]
  })
}

function nextBankingDay(day: Day): Day {
  return isBankingDay(day) ? day : nextBankingDay(addDays(day, 1))
}

// The eves of Christmas and Midsummer are days without banks as well, by the same section.
function isBankingDay(day: Day): boolean {
  return (
    isWorkingDay(day) && day.slice(5) !== '12-24' && !(/-06-(19|2[0-5])$/.test(day) && !isWorkingDay(addDays(day, 1)))
  )
}

function referenceOn(rates: readonly ReferenceRate[], day: Day): BasisPoints | null {
  return rates.find(({ from, until }) => from <= day && day <= until)?.points ?? null
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
