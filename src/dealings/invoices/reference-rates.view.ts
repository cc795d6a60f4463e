import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { announcedRates, endOfHalf, type ReferenceRate, unknownHalf } from './late-interest.ts'

/** The reference rates that are known: those that the program brings, and those entered here. */
export async function ratesOf(reach: Act<DealingsReach> | Look<DealingsReach>): Promise<ReferenceRate[]> {
  const entered = await rowsOf<{ half: Day; points: number }>(
    reach,
    sql<{ half: Day; points: number }>`select half, points from register.reference_rate order by half`,
  )
  return [...announcedRates, ...entered.map(({ half, points }) => ({ from: half, until: endOfHalf(half), points }))]
}

/** The newest reference rates, and the half-year that waits for somebody to enter its rate. */
export async function referenceRates(look: Look<DealingsReach>, inForce: InForce) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  look.saw([], [])
  const [rates, today] = [await ratesOf(look), dayInHelsinki(look.at)]
  const entered = rates.slice(announcedRates.length)
  return {
    rates: rates
      .slice(-6)
      .reverse()
      .map((rate) => ({ ...rate, entered: entered.includes(rate) })),
    missing: unknownHalf(rates, announcedRates[0]?.from ?? today, today),
    mayEnter: may(inForce.policy, look.duty, look.purpose, 'com.invoicing', 'write').allowed,
  }
}
