import { sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Fate, Holding } from '#register'
import { groundOfBlocker, type Statement } from '#statement'
import { rowsOf } from '../rows.ts'
import { type Claim, heldTogether } from './held-together.ts'

export interface ErasureWish<T> {
  holdings: readonly Holding<T>[]
  statement: Statement
  personId: string
}

/** C4: what an erasure would do to everything that is kept about a person. Blockers come from the data, never from a handler. */
export interface ErasurePlan {
  personId: string
  fates: Fate[]
  /** Whether something has to wait; the rest goes at once. */
  isHeld: boolean
}

/** Asks every holding, under the machine duty `rights`. */
export async function planErasure<T>(
  look: Look<T>,
  { holdings, statement, personId }: ErasureWish<T>,
): Promise<ErasurePlan> {
  look.saw([personId], [])
  const fates: Fate[] = []
  for (const holding of holdings) fates.push(...(await holding.plan(look, personId)))
  const together = heldTogether(fates, await claimsOf(look, statement, personId))
  return { personId, fates: together, isHeld: together.some(({ fate }) => fate === 'hold') }
}

async function claimsOf<T>(look: Look<T>, statement: Statement, personId: string): Promise<Claim[]> {
  const ground = groundOfBlocker(statement, 'legal-claim')
  if (!ground) return []
  const rows = await rowsOf<{ scope: string[]; until: string }>(
    look,
    sql`select scope, review_on as until from register.legal_hold
      where person_id = ${personId}::uuid and closed_at is null and review_on >= ${dayInHelsinki(look.at)}::date`,
  )
  return rows.map((row) => ({ ...row, ground }))
}
