import type { Language } from '#platform/language'
import type { Proof } from './tables.ts'

/** Somebody who has signed in, as known at this request. */
export interface Staff {
  id: string
  name: string
  email: string
  language: Language
  /** Duties granted and in force, whether or not the statement has them. */
  granted: readonly string[]
  needs: readonly Need[]
  /** Null when a token acts instead of a person at a screen. */
  session: string | null
  signedInAt: Date | null
  proof: Proof | 'token'
}

/** What somebody still has to do before their duties open the register. */
export type Need = 'undertaking' | 'instruction' | 'second-factor'

/** The code and the clause by which a need is refused. */
export const refusalOfNeed: Record<Need, { code: string; clause: string }> = {
  undertaking: { code: 'NDA_MISSING', clause: 'S10.4' },
  instruction: { code: 'INSTRUCTION_NOT_ACKNOWLEDGED', clause: 'S10.1' },
  'second-factor': { code: 'SECOND_FACTOR_MISSING', clause: 'S10.2' },
}

export interface Standing {
  hasUndertaking: boolean
  needsInstruction: boolean
  proof: Staff['proof']
}

// S10.1, S10.2, S10.4: no duty works before all three are there. ASVS 6.3.3: a password alone is one factor.
export function needsOf({ hasUndertaking, needsInstruction, proof }: Standing): Need[] {
  return [
    ...(hasUndertaking ? [] : (['undertaking'] as const)),
    ...(needsInstruction ? (['instruction'] as const) : []),
    ...(proof === 'password' ? (['second-factor'] as const) : []),
  ]
}

/** Duties that keep the register itself: they work also before any statement is published. */
export const stewardDuties = ['admin', 'privacy'] as const
