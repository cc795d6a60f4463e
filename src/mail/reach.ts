import type { Keys } from '#access'
import type { LedgerTables, Look, Occasion } from '#ledger'
import type { RecipientTables } from '#recipients'
import type { RegisterTables } from '#register'
import type { Running } from '#statement'
import type { MailService } from './services.ts'
import type { MailTables } from './tables.ts'

/** A file that goes with a letter, and what it tells of whom in the register: nothing, where it came from one's computer. */
export interface LetterFile {
  name: string
  type: string
  content: Buffer
  fields: readonly string[]
  people: readonly string[]
}

/** Mail's own tables, and those that say with whom it is. */
export type MailReach = MailTables & RegisterTables & RecipientTables & LedgerTables

/** A register at work, as mail sees it. */
export type MailRunning = Running<MailReach>

/** Papers of deals as files: mail knows no deal. */
export interface PaperFiles {
  listed(
    look: Look<never>,
    parties: { people: string[]; companies: string[] },
  ): Promise<{ items: readonly object[]; fields: readonly string[] }>
  file(occasion: Occasion, wish: { paper: string; id: string }): Promise<LetterFile>
}

/** What mail needs from outside the database. */
export interface MailSettings {
  /** Seals what signs a mailbox in; derived from the register's secret, which the database does not hold. */
  keys: Keys
  publicUrl: string
  /** Papers of deals that may go with a letter; none where there are no deals. */
  papers?: PaperFiles
  /** The services' addresses, where they are others than those of the world: a test's. */
  services?: Readonly<Record<string, MailService>>
}
