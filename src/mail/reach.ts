import type { Keys } from '#access'
import type { LedgerTables } from '#ledger'
import type { RecipientTables } from '#recipients'
import type { RegisterTables } from '#register'
import type { Running } from '#statement'
import type { MailService } from './services.ts'
import type { MailTables } from './tables.ts'

/** Mail's own tables, and those that say with whom it is. */
export type MailReach = MailTables & RegisterTables & RecipientTables & LedgerTables

/** A register at work, as mail sees it. */
export type MailRunning = Running<MailReach>

/** What mail needs from outside the database. */
export interface MailSettings {
  /** Seals what signs a mailbox in; derived from the register's secret, which the database does not hold. */
  keys: Keys
  publicUrl: string
  /** The services' addresses, where they are others than those of the world: a test's. */
  services?: Readonly<Record<string, MailService>>
}
