import type { Act, Look } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import type { Disclosure, Erasure, Fate } from '#register'
import type { Statement } from '#statement'
import type { DealingsReach } from './reach.ts'

/** What one kind of deal keeps about a person: a part of the dealings' holding that lies beside its own tables. */
export interface HoldingPart {
  tables: readonly string[]
  /** The rows about the person, as they are (Art. 15). */
  disclose(look: Look<DealingsReach>, personId: string): Promise<Disclosure['kept']>
  /** What an erasure would do to each row; empty where nothing is kept. `holding` is `dealings`. */
  plan(look: Look<DealingsReach>, personId: string, now: { statement: Statement; today: Day }): Promise<Fate[]>
  /** Erases or holds the rows of this part's tables as their fates say, and takes the person out of rows that stay. */
  erase(act: Act<DealingsReach>, personId: string, fates: readonly Fate[]): Promise<Erasure[]>
  merge(act: Act<DealingsReach>, from: string, into: string): Promise<void>
}
