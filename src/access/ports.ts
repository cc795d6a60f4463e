import type { Act, LedgerTables } from '#ledger'
import type { Running, StatementTables } from '#statement'
import type { AccessTables } from './tables.ts'

/** What modules above access may say about an account. */
export interface AccessPorts {
  /** Refuses closing an account that something still stands on, such as the register's last contact (S3.1). */
  beforeClosing?: (act: Act<ReachableTables>, staffId: string, successor: string | null) => Promise<void>
}

/** What access reaches of the register at work. */
export type ReachableTables = LedgerTables & StatementTables & AccessTables
export type AccessRegister = Running<ReachableTables>
