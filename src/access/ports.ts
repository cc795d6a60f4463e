import type { Act } from '#ledger'
import type { Database } from '../database.ts'

/** What modules above access may say about an account. */
export interface AccessPorts {
  /** Refuses closing an account that something still stands on, such as the register's last contact (S3.1). */
  beforeClosing?: (act: Act<Database>, staffId: string, successor: string | null) => Promise<void>
}
