import type { Kysely } from 'kysely'
import type { LedgerTables } from '#ledger'
import type { Pools } from '#platform/pools'
import { Refusal } from '#platform/refusal'
import { activeVersion, type Published, type Tampering, tamperings } from './active.ts'
import type { Ground } from './apply-grants.ts'
import type { Policy } from './policy.ts'
import type { StatementTables } from './tables.ts'
import { type Undeclared, undeclaredColumns } from './undeclared.ts'

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
  /** Columns that hold or give away what the statement in force does not declare. */
  undeclared(): readonly Undeclared[]
  /** Why nothing is written but a mend of the statement; null while all is as it was promised. */
  readOnly(): 'STATEMENT_TAMPERED' | 'COLUMN_NOT_DECLARED' | null
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
  let undeclared: readonly Undeclared[] = []
  const reader = db.as('site') as unknown as Kysely<StatementTables>

  const reload = async () => {
    faults = await tamperings(reader)
    current = await activeVersion(reader)
    undeclared = current ? await undeclaredColumns(db.owner(), ground, current.policy, db.loginOf('')) : []
  }
  await reload()

  // A version that the ledger knows and storage does not was taken away: the one before it must not pass for the newest.
  const tampered = () => faults.filter(({ version }) => version >= (current?.version ?? 0))

  return {
    db,
    ground,
    now,
    current: () => current,
    policy: () => {
      if (!current) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
      return current.policy
    },
    tampered,
    altered: () => faults,
    undeclared: () => undeclared,
    readOnly: () =>
      tampered().length > 0 ? 'STATEMENT_TAMPERED' : undeclared.length > 0 ? 'COLUMN_NOT_DECLARED' : null,
    reload,
  }
}
