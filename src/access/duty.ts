import type { Said } from '#platform/language'
import type { Duty, Policy } from '#statement'
import { type Staff, stewardDuties } from './staff.ts'

/** What a route says about who may use it. */
export type May = 'public' | 'signed-in' | { duties: readonly string[] } | { purposes: readonly string[] | 'any' }

/** A duty under which the caller may use a route, and for which purpose. */
export interface Fit {
  duty: string
  purpose: string
}

/** The caller's duties that this route is open to, the chosen one first. S10.3: no duty, no access. */
export function fitsOf(may: May, staff: Pick<Staff, 'granted'>, policy: Policy | null, chosen?: string): Fit[] {
  if (typeof may === 'string') return []
  const held = dutiesInForce(staff, policy).filter((duty) => !chosen || duty === chosen)
  if ('duties' in may) {
    return held
      .filter((duty) => may.duties.includes(duty))
      .map((duty) => ({ duty, purpose: purposesOf(duty, policy)[0] ?? duty }))
  }
  return held.flatMap((duty) => {
    const own = purposesOf(duty, policy)
    const purpose = may.purposes === 'any' ? own[0] : may.purposes.find((wanted) => own.includes(wanted))
    return purpose ? [{ duty, purpose }] : []
  })
}

/** Duties granted to the caller that the statement in force has too; those of the register's own keeping always. */
export function dutiesInForce({ granted }: Pick<Staff, 'granted'>, policy: Policy | null): string[] {
  return granted.filter((duty) => policy?.duties.has(duty) || isSteward(duty))
}

export function isSteward(duty: string): boolean {
  return stewardDuties.some((steward) => steward === duty)
}

export function labelOfDuty(duty: string, policy: Policy | null): Said {
  return policy?.duties.get(duty)?.label ?? stewardLabels[duty] ?? { fi: duty, sv: duty, en: duty }
}

export function reachOf(duty: string, policy: Policy | null): Duty['reach'] {
  return policy?.duties.get(duty)?.reach ?? 'all'
}

function purposesOf(duty: string, policy: Policy | null): readonly string[] {
  return policy?.duties.get(duty)?.purposes ?? []
}

const stewardLabels: Record<string, Said> = {
  admin: { fi: 'Ylläpito', sv: 'Administration', en: 'Administration' },
  privacy: { fi: 'Tietosuoja', sv: 'Dataskydd', en: 'Privacy' },
}
