import type { Day } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'
import type { Fate } from '#register'

/** What a legal claim needs: classes of data, until its review. */
export interface Claim {
  scope: readonly string[]
  until: Day
  ground: Said
}

/** Classes that a legal claim may hold. Marketing data are never held (C4). */
export const claimable = ['contact', 'order-contract', 'invoice-voucher', 'complaint-warranty'] as const

const notForMarketing = new Set(['register', 'dealings'])

/** The fates of one person, with what a held record or a legal claim needs held too, in whatever table it is. */
export function heldTogether(fates: readonly Fate[], claims: readonly Claim[]): Fate[] {
  const claimed = fates.map((fate) => {
    const claim = longest(claims.filter((one) => covers(one, fate)))
    return claim && fate.fate === 'erase' ? heldBy(fate, { ...claim, blocker: 'legal-claim' }) : fate
  })
  const holds = claimed.filter(({ fate, needs }) => fate === 'hold' && needs)
  return claimed.map((fate) => {
    const needing = longest(holds.filter(({ needs }) => needs?.includes(fate.table)))
    return needing && fate.fate === 'erase' ? heldBy(fate, needing) : fate
  })
}

/** The day the next hold ends by itself; null where only events end them. */
export function resumesOn(fates: readonly Fate[]): Day | null {
  const days = fates.flatMap(({ fate, until }) => (fate === 'hold' && until ? [until] : []))
  return days.sort()[0] ?? null
}

function covers({ scope }: Claim, { class: aClass, holding }: Fate) {
  return notForMarketing.has(holding) && scope.includes(aClass === 'lead' ? 'contact' : aClass)
}

// What an event ends may last longer than any day that is known.
function longest<H extends { until?: Day | null }>(holds: readonly H[]): H | undefined {
  const open = holds.find(({ until }) => !until)
  return open ?? [...holds].sort((a, b) => (a.until ?? '').localeCompare(b.until ?? '')).at(-1)
}

function heldBy(
  fate: Fate,
  { blocker, ground, until, event }: Pick<Fate, 'blocker' | 'ground' | 'until' | 'event'>,
): Fate {
  return { ...fate, fate: 'hold', blocker, ground, until: until ?? null, ...(event ? { event } : {}) }
}
