import type { Pools } from '#platform/pools'
import { recordsOf } from './records.ts'
import type { VerifierKey } from './signed-note.ts'
import { type Verification, verify } from './verify.ts'

/** The ledger of a database by itself, where the file of seals has gone on without it. */
export function verifySealed<T>(db: Pools<T>, keys: readonly VerifierKey[]): Promise<Verification> {
  return verify({ records: recordsOf(db), keys })
}
