import type { Said } from '#platform/language'
import type { Running } from '#statement'
import { type Answer, type Check, type Witness, words } from './check.ts'
import { allChecks } from './checks.ts'
import { type Means, witnessOf } from './witness.ts'

/** One clause's check and what it found now. */
export interface Proof {
  id: string
  clause: string
  kind: Check['kind']
  ok: boolean
  control: Said
  detail: Said
  last: Date | null
}

/** Asks every check of the running register, at one moment. */
export async function gatherEvidence<T>(register: Running<T>, means: Means): Promise<Proof[]> {
  return register.db
    .owner()
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((moment) => proofsOf(witnessOf(register, moment, means)))
}

/** What all checks say to this witness. */
export async function proofsOf(witness: Witness): Promise<Proof[]> {
  const proofs: Proof[] = []
  for (const check of allChecks) {
    const { id, clause, kind, control } = check
    const { ok, detail, last = null } = await asked(check, witness)
    proofs.push({ id, clause, kind, ok, control, detail, last })
  }
  return proofs
}

// A check that cannot be asked proves nothing, and must not pass for one that can.
async function asked(check: Check, witness: Witness): Promise<Answer> {
  try {
    return await check.ask(witness)
  } catch (fault) {
    const why = (fault as { code?: string }).code ?? (fault as Error).name
    return {
      ok: false,
      detail: words(`Ei voitu kysyä (${why})`, `Kunde inte frågas (${why})`, `Could not be asked (${why})`),
    }
  }
}
