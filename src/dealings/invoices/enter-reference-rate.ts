import type { Act } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { announcedRates, unknownHalf } from './late-interest.ts'
import { lastHalfOn, usedHalves } from './reference-rates.view.ts'

/**
 * Korkolaki § 12: enters the reference rate of a half-year, as the Bank of Finland announced it, in basis points by halves of a point. One
 * that the program brings stays (`REFERENCE_RATE_KNOWN`), and so does one that a reminder was counted with (`REFERENCE_RATE_USED`).
 */
export async function enterReferenceRate(
  act: Act<DealingsReach>,
  inForce: InForce,
  { half, points }: { half: Day; points: number },
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const isHalf = /^\d{4}-0[17]-01$/.test(half)
  const last = lastHalfOn(dayInHelsinki(act.at))
  if (!isHalf || half > last || half < (announcedRates[0]?.from ?? half))
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'half' })
  if (!Number.isSafeInteger(points) || points < 0 || points > 2500 || points % 50 !== 0)
    throw new Refusal('REFERENCE_RATE_NOT_VALID', 422, { field: 'points' })
  if (unknownHalf(announcedRates, half, half) === null)
    throw new Refusal('REFERENCE_RATE_KNOWN', 409, { field: 'half' })
  if ((await usedHalves(act, [half])).length > 0) throw new Refusal('REFERENCE_RATE_USED', 409, { field: 'half' })
  const said = { points, entered_by: act.by, entered_at: act.at }
  await act.db
    .insertInto('register.reference_rate')
    .values({ half, ...said })
    .onConflict((known) => known.column('half').doUpdateSet(said))
    .execute()
  await act.record({ what: 'reference-rate.entered', about: half, detail: { points } })
}
