import type { Kysely } from 'kysely'
import type { LedgerTables } from '#ledger'
import type { Pools } from '#platform/pools'
import { Refusal } from '#platform/refusal'
import { activeVersion, type Published, type Tampering, tamperings } from './active.ts'
import type { Ground } from './apply-grants.ts'
import type { Policy } from './policy.ts'
import type { StatementTables } from './tables.ts'

/** A register at work: its database, its tables' ground, the statement in force and the clock. */
export interface Running<T> {
  readonly db: Pools<T>
  readonly ground: Ground
  now(): Date
  /** The version in force; null before the first. */
  current(): Published | null
  /** The policy in force. Refuses where no statement is published (S0.1). */
  policy(): Policy
  /** What was altered in the version in force: while there is anything, nothing is written but a mend of the statement. */
  tampered(): readonly Tampering[]
  /** What was altered in any version, also one that is no longer in force: an alarm. */
  altered(): readonly Tampering[]
  /** Reads the version in force anew, after a publish or at another process's word. */
  reload(): Promise<void>
}

export async function running<T extends LedgerTables & StatementTables>(
  db: Pools<T>,
  ground: Ground,
  now: () => Date,
): Promise<Running<T>> {
  let current: Published | null = null
  let faults: readonly Tampering[] = []
  const reader = db.as('site') as unknown as Kysely<StatementTables>

  const reload = async () => {
    faults = await tamperings(reader)
    current = await activeVersion(reader)
  }
  await reload()

  return {
    db,
    ground,
    now,
    current: () => current,
    policy: () => {
      if (!current) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
      return current.policy
    },
    tampered: () => faults.filter(({ version }) => version === current?.version),
    altered: () => faults,
    reload,
  }
}
