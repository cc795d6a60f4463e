import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { addMonths, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { announcedRates, endOfHalf, halfOf, type ReferenceRate, unknownHalf } from './late-interest.ts'

/** The reference rates that are known: those that the program brings, and those entered here. */
export async function ratesOf(reach: Act<DealingsReach> | Look<DealingsReach>): Promise<ReferenceRate[]> {
  const entered = await rowsOf<{ half: Day; points: number }>(
    reach,
    sql<{ half: Day; points: number }>`select half, points from register.reference_rate order by half`,
  )
  return [...announcedRates, ...entered.map(({ half, points }) => ({ from: half, until: endOfHalf(half), points }))]
}

/** The last half-year whose rate may be known on a day: the next one is announced in the last days of a half-year. */
export function lastHalfOn(today: Day): Day {
  return addMonths(halfOf(today), 6)
}

/** Those of these half-years whose entered rate a reminder was counted with: it stays. */
export async function usedHalves(reach: Act<DealingsReach> | Look<DealingsReach>, halves: readonly Day[]) {
  if (halves.length === 0) return []
  const used = await rowsOf<{ half: Day }>(
    reach,
    sql<{
      half: Day
    }>`select rate.half from register.reference_rate rate where rate.half = any(${[...halves]}::date[]) and exists (
      select from register.reminder where reminder.entered_at >= rate.entered_at and reminder.reminded_on >= rate.half)`,
  )
  return used.map(({ half }) => half)
}

/** The newest reference rates, the half-year that waits for somebody to enter its rate, and the one that may be entered now, if any. */
export async function referenceRates(look: Look<DealingsReach>, inForce: InForce) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  look.saw([], [])
  const [rates, today] = [await ratesOf(look), dayInHelsinki(look.at)]
  const entered = rates.slice(announcedRates.length)
  const used = await usedHalves(
    look,
    entered.map(({ from }) => from),
  )
  const first = announcedRates[0]?.from ?? today
  return {
    rates: rates
      .slice(-6)
      .reverse()
      .map((rate) => ({ ...rate, entered: entered.includes(rate), used: used.includes(rate.from) })),
    missing: unknownHalf(rates, first, today),
    next: unknownHalf(rates, first, lastHalfOn(today)),
    mayEnter: may(inForce.policy, look.duty, look.purpose, 'com.invoicing', 'write').allowed,
  }
}
